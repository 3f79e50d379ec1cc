package org.redress.deadline.clock;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.groups.Tuple.tuple;
import static org.redress.deadline.Story.time;
import static org.redress.deadline.complaint.EventType.*;

import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.redress.deadline.Story;
import org.redress.deadline.policy.ClockRule;
import org.redress.deadline.policy.Metric;
import org.redress.deadline.policy.PauseReason;
import org.redress.deadline.policy.Target;

/** Which of several remedies, freezes, appeals and requests an event is about, and which are about the whole case. */
class KeyedEventsTest {
    private static ClockRule day(Metric metric) {
        return ClockRule.of(metric, Target.elapsed(Duration.ofDays(1)));
    }

    private static Story filed(ClockRule... rules) {
        return Story.by(rules).then(COMPLAINT_FILED, "2026-11-16T09:00");
    }

    @Test
    void anAppealWithANameOfItsOwnUsesTheOneAppealWindow() {
        Story story = filed(day(Metric.APPEAL_WINDOW), day(Metric.APPEAL_REVIEW))
                .then(DECISION_ISSUED, "2026-11-16T12:00")
                .then(APPEAL_FILED, "2026-11-16T13:00", event -> event.about("appeal-1"));

        assertThat(story.asOf("2026-11-16T14:00").clocks())
                .extracting(clock -> clock.metric() + " " + clock.key() + " " + clock.state())
                .containsExactlyInAnyOrder("APPEAL_WINDOW  MET", "APPEAL_REVIEW appeal-1 RUNNING");
    }

    @Test
    void aDecisionOnOneAppealLeavesTheOtherWaiting() {
        Story story = filed(day(Metric.APPEAL_REVIEW))
                .then(APPEAL_FILED, "2026-11-16T13:00", event -> event.about("a"))
                .then(APPEAL_FILED, "2026-11-16T14:00", event -> event.about("b"))
                .then(APPEAL_DECIDED, "2026-11-16T15:00", event -> event.about("a"));

        assertThat(story.clocks(Metric.APPEAL_REVIEW, "2026-11-16T16:00"))
                .extracting(Clock::key, Clock::state)
                .containsExactlyInAnyOrder(tuple("a", ClockState.MET), tuple("b", ClockState.RUNNING));
    }

    @Test
    void aSecondRequestForMaterialGrantsItsWindowInFull() {
        Story story = filed(day(Metric.SUPPLEMENT_WINDOW))
                .then(MATERIALS_REQUESTED, "2026-11-16T10:00")
                .then(MATERIALS_REQUESTED, "2026-11-16T20:00");

        assertThat(story.clocks(Metric.SUPPLEMENT_WINDOW, "2026-11-17T12:00"))
                .extracting(Clock::cycle, Clock::state, Clock::dueAt)
                .containsExactly(
                        tuple(1, ClockState.CANCELLED, time("2026-11-17T10:00")),
                        tuple(2, ClockState.RUNNING, time("2026-11-17T20:00")));
    }

    @Test
    void aRequestAfterTheWindowLapsedLeavesTheLapseAndOpensAnother() {
        Story story = filed(day(Metric.SUPPLEMENT_WINDOW))
                .then(MATERIALS_REQUESTED, "2026-11-16T10:00")
                .then(MATERIALS_REQUESTED, "2026-11-18T10:00")
                .then(MATERIALS_SUPPLEMENTED, "2026-11-18T11:00");

        assertThat(story.clocks(Metric.SUPPLEMENT_WINDOW, "2026-11-18T12:00"))
                .extracting(Clock::cycle, Clock::lapsedAt, Clock::state)
                .containsExactly(tuple(1, time("2026-11-17T10:00"), ClockState.LAPSED), tuple(2, null, ClockState.MET));
    }

    @Test
    void aReferralPausesUntilItIsAnsweredNotUntilItsAnswerWasExpected() {
        Story story = filed(day(Metric.RESOLUTION).pausing(null, PauseReason.WAITING_REGULATOR))
                .then(
                        COMPLAINT_REFERRED,
                        "2026-11-16T10:00",
                        event -> event.about("r").dueAt(time("2026-11-16T12:00")));

        assertThat(story.clock("2026-11-18T00:00").state()).isEqualTo(ClockState.PAUSED);
        assertThat(story.then(REFERRAL_ANSWERED, "2026-11-19T10:00", event -> event.about("r"))
                        .clock("2026-11-19T11:00")
                        .dueAt())
                .isEqualTo(time("2026-11-20T09:00"));
    }

    @Test
    void disputingOneRemedyLeavesTheConfirmationOfTheOtherOpen() {
        Story story = filed(day(Metric.CONFIRM_WINDOW))
                .then(REMEDY_EXECUTED, "2026-11-16T10:00", event -> event.about("refund"))
                .then(REMEDY_EXECUTED, "2026-11-16T11:00", event -> event.about("voucher"))
                .then(REMEDY_DISPUTED, "2026-11-16T12:00", event -> event.about("refund"));

        assertThat(story.clocks(Metric.CONFIRM_WINDOW, "2026-11-16T13:00"))
                .extracting(Clock::key, Clock::state)
                .containsExactlyInAnyOrder(tuple("refund", ClockState.MET), tuple("voucher", ClockState.RUNNING));
    }

    @Test
    void aFreezeReleasedBeforeItWasConfirmedAsksForNoDecision() {
        Story story = filed(day(Metric.FREEZE), day(Metric.FREEZE_DECISION))
                .then(FREEZE_ORDERED, "2026-11-16T10:00", event -> event.about("f"))
                .then(FREEZE_RELEASED, "2026-11-16T11:00", event -> event.about("f"));

        assertThat(story.asOf("2026-11-18T00:00").clocks())
                .extracting(clock -> clock.metric() + " " + clock.state())
                .containsExactly("FREEZE CANCELLED");
    }

    @Test
    void anAnswerDatedBeforeTheFilingAnswersNothingAndIsRemarkedOn() {
        Clocks clocks = filed(day(Metric.FIRST_RESPONSE))
                .then(RESPONSE_GIVEN, "2026-11-16T08:59")
                .asOf("2026-11-16T10:00");

        assertThat(clocks.clocks()).extracting(Clock::state).containsExactly(ClockState.RUNNING);
        assertThat(clocks.remarks()).extracting(Remark::code).containsExactly("EARLIER_THAN_FILING");
    }

    @Test
    void anAnswerOfTheYear3000AnswersNothingAndIsRemarkedOn() {
        Clocks clocks = filed(day(Metric.FIRST_RESPONSE))
                .then(RESPONSE_GIVEN, "3000-01-01T00:00")
                .asOf("2026-11-16T10:00");

        assertThat(clocks.clocks()).extracting(Clock::state).containsExactly(ClockState.RUNNING);
        assertThat(clocks.remarks()).extracting(Remark::code).containsExactly("IMPLAUSIBLE_TIME");
    }
}
