package org.redress.deadline.clock;

import static org.assertj.core.api.Assertions.assertThat;
import static org.redress.deadline.Story.time;
import static org.redress.deadline.complaint.EventType.*;

import java.time.Duration;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.redress.deadline.Story;
import org.redress.deadline.complaint.CaseEvent;
import org.redress.deadline.complaint.CaseFacts;
import org.redress.deadline.complaint.Tier;
import org.redress.deadline.policy.ClockRule;
import org.redress.deadline.policy.Condition;
import org.redress.deadline.policy.Metric;
import org.redress.deadline.policy.PauseReason;
import org.redress.deadline.policy.Target;

/** Real defects of other engines, by their number in the list of them, each as what must hold here: what answers a clock and what ends it. */
class AnswerDefectsTest {
    private static final ClockRule FIRST_RESPONSE =
            ClockRule.of(Metric.FIRST_RESPONSE, Target.elapsed(Duration.ofHours(24)));
    private static final ClockRule NEXT_RESPONSE =
            ClockRule.of(Metric.NEXT_RESPONSE, Target.elapsed(Duration.ofHours(8)));
    private static final ClockRule RESOLUTION = ClockRule.of(Metric.RESOLUTION, Target.elapsed(Duration.ofHours(24)));
    private static final ClockRule PAUSABLE = RESOLUTION.pausing(null, PauseReason.WAITING_MERCHANT);

    @Test
    void b01AReplyThatAlsoPausesMeetsTheFirstResponse() {
        Clock clock = Story.by(FIRST_RESPONSE.pausing(null, PauseReason.WAITING_COMPLAINANT))
                .then(COMPLAINT_FILED, "2026-11-16T09:00")
                .then(RESPONSE_GIVEN, "2026-11-16T10:00")
                .then(MATERIALS_REQUESTED, "2026-11-16T10:00")
                .clock("2026-11-20T00:00");

        assertThat(clock.state()).isEqualTo(ClockState.MET);
        assertThat(clock.metAt()).isEqualTo(time("2026-11-16T10:00"));
    }

    @Test
    void b03WhereWeSpokeLastNoNextResponseIsAwaited() {
        Story story = Story.by(NEXT_RESPONSE)
                .then(COMPLAINT_FILED, "2026-11-16T09:00")
                .then(RESPONSE_GIVEN, "2026-11-16T10:00")
                .then(MESSAGE_POSTED, "2026-11-16T11:00", CaseEvent::fromUs);

        assertThat(story.asOf("2026-11-20T00:00").clocks()).isEmpty();
    }

    @Test
    void b05EveryAnswerCountsAtOnceAndNotFromTheSecondOnOnly() {
        Clock clock = Story.by(NEXT_RESPONSE)
                .then(COMPLAINT_FILED, "2026-11-16T09:00")
                .then(RESPONSE_GIVEN, "2026-11-16T10:00")
                .then(MESSAGE_POSTED, "2026-11-16T11:00")
                .then(RESPONSE_GIVEN, "2026-11-16T12:00")
                .clock("2026-11-16T12:00");

        assertThat(clock.state()).isEqualTo(ClockState.MET);
        assertThat(clock.dueAt()).isEqualTo(time("2026-11-16T19:00"));
    }

    @Test
    void b09AClockWhoseMetricTheNewTierLacksIsCancelled() {
        Condition junior = new Condition(Set.of(), Set.of(), Set.of(), Set.of(Tier.JUNIOR), null, null);
        Clock clock = Story.by(RESOLUTION.when(junior))
                .about(CaseFacts.unknown().withTier(Tier.JUNIOR))
                .then(COMPLAINT_FILED, "2026-11-16T09:00")
                .then(COMPLAINT_ASSIGNED, "2026-11-16T12:00", event -> event.judged(null, null, Tier.SENIOR))
                .clock("2026-11-20T00:00");

        assertThat(clock.state()).isEqualTo(ClockState.CANCELLED);
        assertThat(clock.cancelledAt()).isEqualTo(time("2026-11-16T12:00"));
        assertThat(clock.breachedAt()).isNull();
    }

    @Test
    void b17ABreachStaysVisibleWhileTheCaseWaitsForSomebody() {
        Clock clock = Story.by(PAUSABLE)
                .then(COMPLAINT_FILED, "2026-11-16T09:00")
                .then(MERCHANT_ASKED, "2026-11-17T10:00")
                .clock("2026-11-18T00:00");

        assertThat(clock.state()).isEqualTo(ClockState.BREACHED);
        assertThat(clock.breachedAt()).isEqualTo(time("2026-11-17T09:00"));
    }

    @Test
    void b19ADecisionStopsTheNextResponseAndAThankYouDoesNotRearmIt() {
        List<Clock> clocks = Story.by(NEXT_RESPONSE)
                .then(COMPLAINT_FILED, "2026-11-16T09:00")
                .then(RESPONSE_GIVEN, "2026-11-16T10:00")
                .then(MESSAGE_POSTED, "2026-11-16T11:00")
                .then(DECISION_ISSUED, "2026-11-16T12:00")
                .then(MESSAGE_POSTED, "2026-11-16T13:00")
                .then(COMPLAINT_CLOSED, "2026-11-16T14:00")
                .then(MESSAGE_POSTED, "2026-11-16T15:00")
                .asOf("2026-11-20T00:00")
                .clocks();

        assertThat(clocks).extracting(Clock::state).containsExactly(ClockState.MET);
    }

    @Test
    void b21WhatIsOverdueNoLongerGrowsOnceDecidedAndReopeningStartsAFreshCycle() {
        Story story = Story.by(RESOLUTION)
                .then(COMPLAINT_FILED, "2026-11-16T09:00")
                .then(DECISION_ISSUED, "2026-11-17T12:00")
                .then(COMPLAINT_REOPENED, "2026-11-20T09:00");

        List<Clock> clocks = story.clocks(Metric.RESOLUTION, "2026-11-20T10:00");

        assertThat(clocks).extracting(Clock::state).containsExactly(ClockState.BREACHED, ClockState.RUNNING);
        assertThat(clocks.get(0).metAt()).isEqualTo(time("2026-11-17T12:00"));
        assertThat(story.clocks(Metric.RESOLUTION, "2026-12-20T10:00").get(0)).isEqualTo(clocks.get(0));
        assertThat(clocks.get(1).cycle()).isEqualTo(2);
        assertThat(clocks.get(1).dueAt()).isEqualTo(time("2026-11-21T09:00"));
    }

    @Test
    void b33ClosingWhatIsDecidedLeavesTheResultAsItWas() {
        Story story = Story.by(RESOLUTION)
                .then(COMPLAINT_FILED, "2026-11-16T09:00")
                .then(DECISION_ISSUED, "2026-11-16T12:00");
        Clock decided = story.clock("2026-11-20T00:00");

        assertThat(story.then(COMPLAINT_CLOSED, "2026-11-18T09:00").clock("2026-11-20T00:00"))
                .isEqualTo(decided);
    }

    @Test
    void b51AtDueItselfAnAnswerIsInTimeAndSilenceIsABreach() {
        Story story = Story.by(FIRST_RESPONSE).then(COMPLAINT_FILED, "2026-11-16T09:00");

        assertThat(story.clock("2026-11-17T08:59").state()).isEqualTo(ClockState.RUNNING);
        Clock silent = story.clock("2026-11-17T09:00");
        assertThat(silent.state()).isEqualTo(ClockState.BREACHED);
        assertThat(silent.levels()).extracting(ClockLevel::fired).containsExactly(true);

        Clock answered = story.then(RESPONSE_GIVEN, "2026-11-17T09:00").clock("2026-11-17T09:00");
        assertThat(answered.state()).isEqualTo(ClockState.MET);
        assertThat(answered.levels()).extracting(ClockLevel::fired).containsExactly(false);
    }

    @Test
    void b53ACaseSplitFromAnotherStartsItsClocksByItsOwnFiling() {
        Story parent = Story.by(RESOLUTION).then(COMPLAINT_FILED, "2026-11-16T09:00");
        Story child = Story.by(RESOLUTION).then(COMPLAINT_FILED, "2026-11-18T09:00");

        assertThat(parent.clock("2026-11-18T10:00").state()).isEqualTo(ClockState.BREACHED);
        assertThat(child.clock("2026-11-18T10:00").state()).isEqualTo(ClockState.RUNNING);
        assertThat(child.clock("2026-11-18T10:00").dueAt()).isEqualTo(time("2026-11-19T09:00"));
    }
}
