package org.redress.sla.complaint;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Comparator;
import java.util.List;
import java.util.function.Predicate;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.redress.deadline.clock.Clock;
import org.redress.deadline.clock.ClockLevel;
import org.redress.deadline.clock.ClockPause;
import org.redress.deadline.clock.ClockState;
import org.redress.deadline.clock.Clocks;
import org.redress.deadline.complaint.CaseFacts;
import org.redress.deadline.policy.Level;
import org.redress.sla.clock.ComputedClock;
import org.redress.sla.clock.ComputedLevel;
import org.redress.sla.clock.StoredPause;
import org.redress.sla.policy.PolicyInForce;

/** What the engine makes of a complaint's facts. Pure: asks neither the database nor any clock. Thread safe. */
@ApplicationScoped
class Deadlines {
    /**
     * The clocks to be stored: as of the last event, so that the same facts give the same clocks whenever they are computed.
     *
     * @throws RuntimeException when the facts or the policy cannot be computed
     */
    List<ComputedClock> compute(PolicyInForce policy, List<KeptFact> facts) {
        return asOf(policy, facts, lastEventAt(facts)).clocks().stream()
                .map(Deadlines::computed)
                .toList();
    }

    /** The clocks as they stand at a moment, with explanations. */
    Clocks asOf(PolicyInForce policy, List<KeptFact> facts, Instant moment) {
        CaseFacts filing = facts.stream()
                .map(KeptFact::fact)
                .filter(Fact::isFiling)
                .findFirst()
                .map(Fact::facts)
                .orElseThrow();
        Instant until = lastEventAt(facts).isAfter(moment) ? lastEventAt(facts) : moment;
        return Clocks.compute(
                policy.policy(),
                policy.calendar(),
                filing,
                facts.stream().map(KeptFact::event).toList(),
                until);
    }

    /** When the latest known event happened that says a time that can be meant. */
    static Instant lastEventAt(List<KeptFact> facts) {
        return facts.stream()
                .filter(KeptFact::isPlausible)
                .map(KeptFact::at)
                .max(Comparator.naturalOrder())
                .orElseThrow(() -> new IllegalStateException("no event says a time that can be meant"));
    }

    /** A clock of the engine in this service's words. */
    static ComputedClock computed(Clock clock) {
        List<Level> inRule = clock.rule().rule().allLevels();
        return new ComputedClock(
                clock.metric().name(),
                clock.cycle(),
                clock.key(),
                clock.rule().index(),
                clock.target().iso(),
                clock.target().unit().name(),
                clock.state() == ClockState.PAUSED,
                stored(clock.startedAt()),
                clock.dueAt(),
                storedOrNull(clock.metAt()),
                storedOrNull(clock.cancelledAt()),
                clock.levels().stream().map(level -> level(level, inRule)).toList(),
                clock.pauses().stream().map(Deadlines::pause).toList());
    }

    private static ComputedLevel level(ClockLevel level, List<Level> inRule) {
        return new ComputedLevel(
                position(level, inRule), level.at().text(), level.kind().name(), level.to(), level.firesAt());
    }

    private static StoredPause pause(ClockPause pause) {
        return new StoredPause(pause.from(), pause.to(), pause.reason().name(), pause.by());
    }

    /** The level's place in its rule, from 0. */
    static int position(ClockLevel level, List<Level> inRule) {
        Predicate<Level> same = other -> other.at().equals(level.at())
                && other.kind() == level.kind()
                && other.to().equals(level.to());
        return IntStream.range(0, inRule.size())
                .filter(i -> same.test(inRule.get(i)))
                .findFirst()
                .orElse(inRule.size());
    }

    /** The database keeps microseconds; a computation must compare equal to what was stored. */
    private static Instant stored(Instant instant) {
        return instant.truncatedTo(ChronoUnit.MICROS);
    }

    private static @Nullable Instant storedOrNull(@Nullable Instant instant) {
        return instant == null ? null : stored(instant);
    }
}
