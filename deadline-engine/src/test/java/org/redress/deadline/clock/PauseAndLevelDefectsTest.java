package org.redress.deadline.clock;

import static org.assertj.core.api.Assertions.assertThat;
import static org.redress.deadline.Story.time;
import static org.redress.deadline.complaint.EventType.*;

import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.redress.deadline.Calendars;
import org.redress.deadline.Story;
import org.redress.deadline.calendar.Calendar;
import org.redress.deadline.complaint.CaseFacts;
import org.redress.deadline.complaint.EventType;
import org.redress.deadline.complaint.Severity;
import org.redress.deadline.document.PolicyDocument;
import org.redress.deadline.document.Problem;
import org.redress.deadline.policy.ClockRule;
import org.redress.deadline.policy.Condition;
import org.redress.deadline.policy.Level;
import org.redress.deadline.policy.LevelKind;
import org.redress.deadline.policy.Metric;
import org.redress.deadline.policy.PauseReason;
import org.redress.deadline.policy.Policy;
import org.redress.deadline.policy.Target;

/** Real defects of other engines, by their number in the list of them, each as what must hold here: pauses, rules and levels. */
class PauseAndLevelDefectsTest {
    private static final ClockRule RESOLUTION = ClockRule.of(Metric.RESOLUTION, Target.elapsed(Duration.ofHours(24)));
    private static final ClockRule PAUSABLE = RESOLUTION.pausing(null, PauseReason.WAITING_MERCHANT);

    @Test
    void b27APauseOfThreeHoursMovesDueByThreeHours() {
        Clock clock = Story.by(PAUSABLE)
                .then(COMPLAINT_FILED, "2026-11-16T09:00")
                .then(MERCHANT_ASKED, "2026-11-16T12:00")
                .then(MERCHANT_REPLIED, "2026-11-16T15:00")
                .clock("2026-11-16T16:00");

        assertThat(clock.dueAt()).isEqualTo(time("2026-11-17T12:00"));
    }

    @Test
    void b29PausingAndResumingInTheSameInstantChangesNothing() {
        Story story = Story.by(PAUSABLE).then(COMPLAINT_FILED, "2026-11-16T09:00");
        Clock without = story.clock("2026-11-16T16:00");

        Clock with = story.then(MERCHANT_REPLIED, "2026-11-16T12:00")
                .then(MERCHANT_ASKED, "2026-11-16T12:00")
                .clock("2026-11-16T16:00");

        assertThat(with).isEqualTo(without);
    }

    @Test
    void b31ABlankConditionIsRefusedRatherThanMatchingEveryCaseAndTheChoiceIsExplained() {
        Map<String, Object> blank =
                Map.of("metric", "RESOLUTION", "when", Map.of(), "target", "PT24H", "unit", "ELAPSED");
        Map<String, Object> policy = Map.of("platform", "huijin", "calendar", "cn-24x7", "clocks", List.of(blank));

        assertThat(PolicyDocument.read(policy, id -> Optional.of(Calendars.cnAlwaysOpen()))
                        .problems())
                .extracting(Problem::pointer)
                .containsExactly("/clocks/0/when");
        Policy urgent = new Policy(
                "huijin", 1, "cn-24x7", List.of(RESOLUTION.when(Condition.severity(Severity.URGENT)), RESOLUTION));
        assertThat(urgent.ruleFor(Metric.RESOLUTION, CaseFacts.of(Severity.URGENT)))
                .hasValueSatisfying(choice -> assertThat(choice.reason()).isEqualTo("severity in [URGENT]"));
    }

    @Test
    void b39OffsetsCountInTheClocksOwnUnitAndNoLevelLiesBeforeTheStart() {
        Level early = Level.at("-PT2H", LevelKind.WARNING, "OWNER");
        Level late = Level.at("+PT2H", LevelKind.ESCALATION, "SENIOR_TIER");
        ClockRule working = ClockRule.of(Metric.RESOLUTION, Target.workingTime(Duration.ofHours(9)))
                .levels(early, late);
        ClockRule days = ClockRule.of(Metric.RESOLUTION, Target.workingDays(1))
                .levels(Level.at("-PT48H", LevelKind.WARNING, "OWNER"), late);
        Calendar calendar = Calendars.weekdays("09:00-18:00");

        Clock byHours = Story.by(calendar, working)
                .then(COMPLAINT_FILED, "2026-11-20T10:00")
                .clock("2026-11-20T10:00");
        Clock byDays = Story.by(calendar, days)
                .then(COMPLAINT_FILED, "2026-11-16T10:00")
                .clock("2026-11-16T10:00");

        assertThat(byHours.levels())
                .extracting(ClockLevel::firesAt)
                .containsExactly(time("2026-11-20T17:00"), time("2026-11-23T10:00"), time("2026-11-23T12:00"));
        assertThat(byDays.levels())
                .extracting(ClockLevel::firesAt)
                .containsExactly(time("2026-11-16T10:00"), time("2026-11-17T24:00"), time("2026-11-18T02:00"));
    }

    @Test
    void b43APromisedTimeIsNotMovedByAPauseUnlessThePolicySaysSo() {
        ClockRule rule = ClockRule.of(Metric.COMMITMENT, Target.elapsed(Duration.ofHours(1)));
        Instant promised = time("2026-11-17T09:00");

        assertThat(promise(rule).dueAt()).isEqualTo(promised);
        assertThat(promise(rule.pausing(null, PauseReason.WAITING_MERCHANT)).dueAt())
                .isEqualTo(promised.plus(Duration.ofHours(2)));
    }

    private static Clock promise(ClockRule rule) {
        return Story.by(rule)
                .then(COMPLAINT_FILED, "2026-11-16T09:00")
                .then(COMMITMENT_MADE, "2026-11-16T10:00", event -> event.dueAt(time("2026-11-17T09:00")))
                .then(MERCHANT_ASKED, "2026-11-16T12:00")
                .then(MERCHANT_REPLIED, "2026-11-16T14:00")
                .clock("2026-11-16T15:00");
    }

    @Test
    void b37EveryLevelOfEveryMetricFiresAtItsOwnTime() {
        for (Metric metric : Metric.values()) {
            LevelKind after = metric.isWindow() ? LevelKind.LAPSE : LevelKind.ESCALATION;
            ClockRule rule = ClockRule.of(metric, Target.elapsed(Duration.ofHours(10)))
                    .levels(
                            Level.at("50%", LevelKind.WARNING, "OWNER"),
                            Level.at("-PT1H", LevelKind.WARNING, "OWNER"),
                            Level.at(metric.isWindow() ? "100%" : "+PT1H", after, "OPS"));
            Clock clock =
                    started(metric, rule).clocks(metric, "2026-11-17T00:00").get(0);

            assertThat(clock.levels().stream().map(ClockLevel::firesAt).toList())
                    .as(metric.name())
                    .startsWith(time("2026-11-16T17:00"), time("2026-11-16T21:00"), time("2026-11-16T22:00"))
                    .hasSize(metric.isWindow() ? 3 : 4);
            assertThat(clock.levels()).as(metric.name()).allMatch(ClockLevel::fired);
        }
    }

    private static Story started(Metric metric, ClockRule rule) {
        EventType starter = Arrays.stream(EventType.values())
                .filter(metric::startedBy)
                .findFirst()
                .orElseThrow();
        Story story = Story.by(rule)
                .then(COMPLAINT_FILED, starter == COMPLAINT_FILED ? "2026-11-16T12:00" : "2026-11-16T09:00");
        if (metric == Metric.NEXT_RESPONSE) {
            story.then(RESPONSE_GIVEN, "2026-11-16T10:00");
        }
        return starter == COMPLAINT_FILED ? story : story.then(starter, "2026-11-16T12:00");
    }
}
