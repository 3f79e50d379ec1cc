package org.redress.deadline.clock;

import static org.assertj.core.api.Assertions.assertThat;
import static org.redress.deadline.Story.time;
import static org.redress.deadline.complaint.EventType.*;

import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.redress.deadline.Calendars;
import org.redress.deadline.Story;
import org.redress.deadline.complaint.CaseFacts;
import org.redress.deadline.policy.ClockRule;
import org.redress.deadline.policy.Level;
import org.redress.deadline.policy.LevelKind;
import org.redress.deadline.policy.Metric;
import org.redress.deadline.policy.PauseReason;
import org.redress.deadline.policy.Target;

/** What stops a clock, for how long, and what never does. */
class PausesTest {
    private static final ClockRule TWO_DAYS = ClockRule.of(Metric.RESOLUTION, Target.elapsed(Duration.ofDays(2)));
    private static final ClockRule PAUSABLE =
            TWO_DAYS.pausing(Duration.ofDays(3), PauseReason.WAITING_COMPLAINANT, PauseReason.WAITING_MERCHANT);

    private static Story filed(ClockRule rule) {
        return Story.by(rule).then(COMPLAINT_FILED, "2026-11-02T09:00");
    }

    @Test
    void onlyTheReasonsOfTheRulePauseItsClock() {
        Clock clock = filed(TWO_DAYS.pausing(null, PauseReason.WAITING_MERCHANT))
                .then(MATERIALS_REQUESTED, "2026-11-02T10:00")
                .then(MATERIALS_SUPPLEMENTED, "2026-11-02T20:00")
                .clock("2026-11-02T15:00");

        assertThat(clock.state()).isEqualTo(ClockState.RUNNING);
        assertThat(clock.dueAt()).isEqualTo(time("2026-11-04T09:00"));
    }

    @Test
    void aPauseEndsAtTheDueTimeOfWhatWasAskedFor() {
        Story story = filed(PAUSABLE)
                .then(MATERIALS_REQUESTED, "2026-11-02T10:00", event -> event.dueAt(time("2026-11-03T10:00")));

        assertThat(story.clock("2026-11-03T09:59").state()).isEqualTo(ClockState.PAUSED);
        assertThat(story.clock("2026-11-03T10:00").state()).isEqualTo(ClockState.RUNNING);
        assertThat(story.clock("2026-11-03T10:00").dueAt()).isEqualTo(time("2026-11-05T09:00"));
    }

    @Test
    void whilePausedDueIsWhereTheKnownEndOfThePausePutsIt() {
        Clock clock = filed(PAUSABLE).then(MERCHANT_ASKED, "2026-11-02T10:00").clock("2026-11-02T11:00");

        assertThat(clock.state()).isEqualTo(ClockState.PAUSED);
        assertThat(clock.dueAt()).isEqualTo(time("2026-11-07T09:00"));
    }

    @Test
    void whilePausedWithoutAnyKnownEndThereIsNoDue() {
        Clock clock = filed(TWO_DAYS.pausing(null, PauseReason.WAITING_REGULATOR))
                .then(COMPLAINT_REFERRED, "2026-11-02T10:00")
                .clock("2026-11-30T00:00");

        assertThat(clock.state()).isEqualTo(ClockState.PAUSED);
        assertThat(clock.dueAt()).isNull();
        assertThat(clock.levels()).allMatch(level -> level.firesAt() == null && !level.fired());
        assertThat(clock.segments())
                .extracting(segment -> segment.why() + " " + segment.counts())
                .containsExactly("ELAPSED true", "PAUSED:WAITING_REGULATOR false");
    }

    @Test
    void theAnswerToOneReferralDoesNotEndTheWaitForAnother() {
        Clock clock = filed(TWO_DAYS.pausing(Duration.ofDays(3), PauseReason.WAITING_REGULATOR))
                .then(COMPLAINT_REFERRED, "2026-11-02T10:00", event -> event.about("12315"))
                .then(COMPLAINT_REFERRED, "2026-11-02T10:00", event -> event.about("consumer-association"))
                .then(REFERRAL_ANSWERED, "2026-11-02T12:00", event -> event.about("12315"))
                .then(REFERRAL_ANSWERED, "2026-11-02T20:00", event -> event.about("consumer-association"))
                .clock("2026-11-03T00:00");

        assertThat(clock.dueAt()).isEqualTo(time("2026-11-04T19:00"));
    }

    @Test
    void pausesOfOneClockAddUpToTheCapAndThenItRunsOnByItself() {
        Story story = filed(PAUSABLE)
                .then(MERCHANT_ASKED, "2026-11-02T10:00")
                .then(MERCHANT_REPLIED, "2026-11-04T10:00")
                .then(MATERIALS_REQUESTED, "2026-11-04T12:00");

        assertThat(story.clock("2026-11-05T11:59").state()).isEqualTo(ClockState.PAUSED);
        assertThat(story.clock("2026-11-05T12:00").state()).isEqualTo(ClockState.RUNNING);
        assertThat(story.clock("2026-11-05T12:00").dueAt()).isEqualTo(time("2026-11-07T09:00"));
    }

    @Test
    void waitingForTwoAtOnceIsCountedOnce() {
        Clock clock = filed(PAUSABLE)
                .then(MERCHANT_ASKED, "2026-11-02T10:00")
                .then(MATERIALS_REQUESTED, "2026-11-02T12:00")
                .then(MERCHANT_REPLIED, "2026-11-02T14:00")
                .then(MATERIALS_SUPPLEMENTED, "2026-11-02T16:00")
                .clock("2026-11-03T00:00");

        assertThat(clock.dueAt()).isEqualTo(time("2026-11-04T15:00"));
        assertThat(clock.pauses())
                .containsExactly(
                        new ClockPause(
                                PauseReason.WAITING_MERCHANT, time("2026-11-02T10:00"), time("2026-11-02T14:00"), null),
                        new ClockPause(
                                PauseReason.WAITING_COMPLAINANT,
                                time("2026-11-02T14:00"),
                                time("2026-11-02T16:00"),
                                null));
    }

    @Test
    void noPauseRunsPastTheGoodsExpiry() {
        Clock clock = filed(PAUSABLE)
                .about(CaseFacts.unknown().withGoodsExpireAt(time("2026-11-02T12:00")))
                .then(MERCHANT_ASKED, "2026-11-02T10:00")
                .then(MATERIALS_REQUESTED, "2026-11-02T13:00")
                .clock("2026-11-02T14:00");

        assertThat(clock.state()).isEqualTo(ClockState.RUNNING);
        assertThat(clock.dueAt()).isEqualTo(time("2026-11-04T11:00"));
    }

    @Test
    void aPauseThatOpensAfterTheClockEndedOrAtDueMovesNothing() {
        Clock met = filed(PAUSABLE)
                .then(DECISION_ISSUED, "2026-11-02T12:00")
                .then(MERCHANT_ASKED, "2026-11-02T13:00")
                .clock("2026-11-10T00:00");
        Clock atDue = filed(PAUSABLE).then(MERCHANT_ASKED, "2026-11-04T09:00").clock("2026-11-04T10:00");

        assertThat(met.dueAt()).isEqualTo(time("2026-11-04T09:00"));
        assertThat(atDue.state()).isEqualTo(ClockState.BREACHED);
        assertThat(atDue.dueAt()).isEqualTo(time("2026-11-04T09:00"));
    }

    @Test
    void aPauseFromBeforeTheClockStartedCountsFromItsStartOn() {
        ClockRule urge = ClockRule.of(Metric.URGE_ANSWER, Target.elapsed(Duration.ofHours(4)))
                .pausing(Duration.ofHours(2), PauseReason.WAITING_MERCHANT);
        Clock clock = filed(urge)
                .then(MERCHANT_ASKED, "2026-11-02T10:00")
                .then(COMPLAINT_URGED, "2026-11-02T20:00")
                .then(MERCHANT_REPLIED, "2026-11-02T21:00")
                .clock("2026-11-02T22:00");

        assertThat(clock.dueAt()).isEqualTo(time("2026-11-03T01:00"));
    }

    @Test
    void aWorkingDayThatEndsPausedDoesNotCount() {
        ClockRule days =
                ClockRule.of(Metric.RESOLUTION, Target.workingDays(3)).pausing(null, PauseReason.WAITING_COMPLAINANT);
        Clock clock = Story.by(Calendars.weekdays("09:00-18:00"), days)
                .then(COMPLAINT_FILED, "2026-11-16T09:00")
                .then(MATERIALS_REQUESTED, "2026-11-17T10:00", event -> event.dueAt(time("2026-11-18T24:00")))
                .clock("2026-11-19T00:00");

        assertThat(clock.dueAt()).isEqualTo(time("2026-11-23T24:00"));
    }

    @Test
    void aWorkingDayPausedOnlyInBetweenCounts() {
        ClockRule days = ClockRule.of(Metric.RESOLUTION, Target.workingDays(3))
                .pausing(null, PauseReason.WAITING_COMPLAINANT)
                .untilClose();
        Clock clock = Story.by(Calendars.weekdays("09:00-18:00"), days)
                .then(COMPLAINT_FILED, "2026-11-16T09:00")
                .then(MATERIALS_REQUESTED, "2026-11-17T10:00")
                .then(MATERIALS_SUPPLEMENTED, "2026-11-17T17:59")
                .then(MATERIALS_REQUESTED, "2026-11-17T18:00")
                .then(MATERIALS_SUPPLEMENTED, "2026-11-18T09:00")
                .clock("2026-11-19T00:00");

        assertThat(clock.dueAt()).isEqualTo(time("2026-11-19T18:00"));
    }

    @Test
    void naturalDaysNeverPause() {
        Clock clock = filed(ClockRule.of(Metric.RESOLUTION, Target.naturalDays(2))
                        .pausing(null, PauseReason.WAITING_MERCHANT))
                .then(MERCHANT_ASKED, "2026-11-02T10:00")
                .clock("2026-11-04T12:00");

        assertThat(clock.state()).isEqualTo(ClockState.RUNNING);
        assertThat(clock.dueAt()).isEqualTo(time("2026-11-04T24:00"));
    }

    @Test
    void goodsThatExpireFirstCutTheClockAndItsSharesOfTime() {
        ClockRule rule = TWO_DAYS.cappedAtGoodsExpiry().levels(Level.at("50%", LevelKind.WARNING, "OWNER"));
        Story story = filed(rule).about(CaseFacts.unknown().withGoodsExpireAt(time("2026-11-03T09:00")));

        Clock clock = story.clock("2026-11-02T10:00");

        assertThat(clock.dueAt()).isEqualTo(time("2026-11-03T09:00"));
        assertThat(clock.levels().get(0).firesAt()).isEqualTo(time("2026-11-02T21:00"));
        assertThat(clock.remarks()).extracting(Remark::code).containsExactly("CUT_AT_GOODS_EXPIRY");
        assertThat(story.about(CaseFacts.unknown().withGoodsExpireAt(time("2026-11-02T09:00")))
                        .clock("2026-11-02T10:00")
                        .dueAt())
                .isEqualTo(time("2026-11-04T09:00"));
    }
}
