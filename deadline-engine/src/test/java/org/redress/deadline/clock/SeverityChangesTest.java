package org.redress.deadline.clock;

import static org.assertj.core.api.Assertions.assertThat;
import static org.redress.deadline.Story.time;
import static org.redress.deadline.complaint.EventType.*;

import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.redress.deadline.Story;
import org.redress.deadline.complaint.Severity;
import org.redress.deadline.policy.ClockRule;
import org.redress.deadline.policy.Condition;
import org.redress.deadline.policy.Metric;
import org.redress.deadline.policy.PauseReason;
import org.redress.deadline.policy.Target;

/** A judgement selects the rule anew for clocks still open, from the same start, with the pauses so far kept. */
class SeverityChangesTest {
    private static final ClockRule NORMAL = ClockRule.of(Metric.RESOLUTION, Target.elapsed(Duration.ofDays(2)))
            .when(Condition.severity(Severity.NORMAL));
    private static final ClockRule URGENT = ClockRule.of(Metric.RESOLUTION, Target.elapsed(Duration.ofDays(1)))
            .when(Condition.severity(Severity.URGENT));
    private static final ClockRule RESPONSE = ClockRule.of(Metric.FIRST_RESPONSE, Target.elapsed(Duration.ofDays(2)))
            .when(Condition.severity(Severity.NORMAL));

    private static Story judged(Story filed, Severity severity, String at) {
        return filed.then(COMPLAINT_TRIAGED, at, event -> event.judged(severity, null, null));
    }

    private static Story filed(ClockRule... rules) {
        return Story.by(rules).then(COMPLAINT_FILED, "2026-11-16T09:00");
    }

    @Test
    void raisedSeverityCountsFromTheSameStart() {
        Clock clock = judged(filed(NORMAL, URGENT), Severity.URGENT, "2026-11-16T12:00")
                .clock("2026-11-16T13:00");

        assertThat(clock.dueAt()).isEqualTo(time("2026-11-17T09:00"));
        assertThat(clock.rule().index()).isEqualTo(1);
        assertThat(clock.startedAt()).isEqualTo(time("2026-11-16T09:00"));
    }

    @Test
    void raisedTooLateForTheNewTargetItIsBreachedAtOnceAndAsOfThatTargetsDue() {
        Clock clock = judged(filed(NORMAL, URGENT), Severity.URGENT, "2026-11-17T15:00")
                .clock("2026-11-17T15:00");

        assertThat(clock.state()).isEqualTo(ClockState.BREACHED);
        assertThat(clock.breachedAt()).isEqualTo(time("2026-11-17T09:00"));
    }

    @Test
    void loweredInTimeItHasMoreTimeAndLoweredAfterDueThePromiseStaysBroken() {
        Story urgent = judged(filed(NORMAL, URGENT), Severity.URGENT, "2026-11-16T10:00");

        assertThat(judged(urgent, Severity.NORMAL, "2026-11-16T20:00")
                        .clock("2026-11-17T12:00")
                        .dueAt())
                .isEqualTo(time("2026-11-18T09:00"));
        Story late = judged(filed(NORMAL, URGENT), Severity.URGENT, "2026-11-16T10:00");
        Clock broken = judged(late, Severity.NORMAL, "2026-11-17T20:00").clock("2026-11-17T21:00");
        assertThat(broken.state()).isEqualTo(ClockState.BREACHED);
        assertThat(broken.breachedAt()).isEqualTo(time("2026-11-17T09:00"));
    }

    @Test
    void aMetricTheNewSeverityLacksIsCancelledAndOneItHasStartsFromTheFiling() {
        List<Clock> clocks = judged(filed(RESPONSE, URGENT), Severity.URGENT, "2026-11-16T09:05")
                .asOf("2026-11-16T10:00")
                .clocks();

        assertThat(clocks)
                .extracting(clock -> clock.metric() + " " + clock.state())
                .containsExactly("FIRST_RESPONSE CANCELLED", "RESOLUTION RUNNING");
        assertThat(clocks.get(0).cancelledAt()).isEqualTo(time("2026-11-16T09:05"));
        assertThat(clocks.get(1).dueAt()).isEqualTo(time("2026-11-17T09:00"));
    }

    @Test
    void whatWasMetBeforeTheChangeStaysAsItWas() {
        Story story = filed(NORMAL, URGENT).then(DECISION_ISSUED, "2026-11-17T12:00");

        Clock clock = judged(story, Severity.URGENT, "2026-11-17T13:00").clock("2026-11-20T00:00");

        assertThat(clock.state()).isEqualTo(ClockState.MET);
        assertThat(clock.rule().index()).isZero();
    }

    @Test
    void pausesSoFarAreKeptThoughTheNewRuleWouldNotHavePaused() {
        Story story = filed(NORMAL.pausing(null, PauseReason.WAITING_MERCHANT), URGENT)
                .then(MERCHANT_ASKED, "2026-11-16T10:00")
                .then(MERCHANT_REPLIED, "2026-11-16T20:00");

        Clock clock = judged(story, Severity.URGENT, "2026-11-16T14:00").clock("2026-11-17T00:00");

        assertThat(clock.dueAt()).isEqualTo(time("2026-11-17T13:00"));
    }

    @Test
    void pausesSoFarUseUpTheNewRulesCap() {
        ClockRule urgent = URGENT.pausing(Duration.ofHours(6), PauseReason.WAITING_MERCHANT);
        Story story = filed(NORMAL.pausing(null, PauseReason.WAITING_MERCHANT), urgent)
                .then(MERCHANT_ASKED, "2026-11-16T10:00")
                .then(MERCHANT_REPLIED, "2026-11-16T20:00");

        Clock clock = judged(story, Severity.URGENT, "2026-11-16T14:00").clock("2026-11-17T00:00");

        assertThat(clock.dueAt()).isEqualTo(time("2026-11-17T15:00"));
    }
}
