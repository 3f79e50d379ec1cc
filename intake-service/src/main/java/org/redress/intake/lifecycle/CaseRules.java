package org.redress.intake.lifecycle;

import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.redress.deadline.calendar.Calendar;
import org.redress.deadline.counting.Counting;
import org.redress.deadline.policy.ClockRule;
import org.redress.deadline.policy.Metric;
import org.redress.deadline.policy.Target;
import org.redress.intake.privacy.Reference;

/**
 * The limits of a platform.
 *
 * @param supplementRounds how often material may be asked for (R14)
 * @param supplementWithin how long material is waited for where the request says nothing (R14)
 * @param urgingOffered whether the platform takes urgings
 * @param urgeEvery at most one urging per this time (R40)
 * @param ultimatum how long an urging may stay without an answer before the bodies outside are open (R40); null for no such time
 * @param appeals how many appeals a complainant has (R32)
 * @param appealDays natural days from service to appeal in (R31)
 * @param appealNeedsEvidence whether an appeal must bring something new
 * @param reopenings how often a complainant may have a closed case reopened
 * @param outsideBodies who can be turned to outside (R34)
 * @param published the rules that a decision may rest on (R25), by their codes; empty if the platform publishes none, then any
 * @param calendar rest days, on which an appeal window does not end
 */
public record CaseRules(
        int supplementRounds,
        Duration supplementWithin,
        boolean urgingOffered,
        Duration urgeEvery,
        @Nullable Duration ultimatum,
        int appeals,
        int appealDays,
        boolean appealNeedsEvidence,
        int reopenings,
        List<OutsideBody> outsideBodies,
        Set<String> published,
        Calendar calendar) {
    /** Copies the collections. */
    public CaseRules {
        outsideBodies = List.copyOf(outsideBodies);
        published = Set.copyOf(published);
    }

    /** How many appeals the complainant has left against the decision that holds; none if there is no decision. */
    public int appealsLeft(Case record, Instant now) {
        return record.standingDecision()
                .filter(decision -> !now.isAfter(decision.appealUntil()))
                .filter(decision -> Standing.above(decision.tier()).isPresent())
                .map(decision -> appeals - record.all(Part.Appeal.class).size())
                .filter(left -> left > 0)
                .orElse(0);
    }

    /** The bodies outside that are open for a case. */
    public List<String> openBodies(Case record, Instant now) {
        return outsideBodies.stream()
                .filter(body -> body.closed(record, this, now).isEmpty())
                .map(OutsideBody::code)
                .toList();
    }

    /** Whether an urging stayed without an answer for as long as the platform's ultimatum says (R40); a late answer changes nothing. */
    boolean leftUnanswered(Case record, Instant now) {
        return ultimatum != null
                && record.all(Part.Urging.class).stream()
                        .anyMatch(urging -> !urging.urgedAt()
                                .plus(ultimatum)
                                .isAfter(answered(record, urging).orElse(now)));
    }

    /** When an urging had its answer: by a person's word or by a decision. */
    private static Optional<Instant> answered(Case record, Part.Urging urging) {
        Stream<Instant> decisions = record.all(Part.Decision.class).stream()
                .map(Part.Decision::servedAt)
                .filter(served -> !served.isBefore(urging.urgedAt()));
        return Stream.concat(Stream.ofNullable(urging.answeredAt()), decisions).min(Comparator.naturalOrder());
    }

    /** Whether each of these is a rule that the platform publishes; where it publishes none, whether it can be a rule's code. */
    boolean publishes(List<String> basis) {
        return published.isEmpty() ? basis.stream().allMatch(Reference::isOne) : published.containsAll(basis);
    }

    /**
     * The end of the window to appeal in: the day of service is not counted, and a last day that is a rest day moves to
     * the next working day (R31, sla.md NATURAL_DAYS).
     */
    public Instant appealUntil(Instant servedAt) {
        Target target = Target.naturalDays(appealDays);
        ClockRule rule = ClockRule.of(Metric.APPEAL_WINDOW, target);
        Counting counting = Counting.of(rule, target, calendar, servedAt.getEpochSecond(), List.of());
        return Instant.ofEpochSecond(counting.due());
    }
}
