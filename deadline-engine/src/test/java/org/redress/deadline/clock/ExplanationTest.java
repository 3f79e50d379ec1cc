package org.redress.deadline.clock;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.redress.deadline.complaint.EventType.*;

import java.time.Duration;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.redress.deadline.Calendars;
import org.redress.deadline.Moments;
import org.redress.deadline.Story;
import org.redress.deadline.counting.Segment;
import org.redress.deadline.policy.ClockRule;
import org.redress.deadline.policy.Metric;
import org.redress.deadline.policy.PauseReason;
import org.redress.deadline.policy.Target;

/** What a deadline says about how it came to be. */
class ExplanationTest {
    private static List<String> told(Clock clock) {
        return clock.segments().stream()
                .map(segment -> Moments.inChina(segment.from()).substring(5, 16)
                        + (segment.counts() ? " + " : " - ")
                        + segment.why())
                .toList();
    }

    @Test
    void workingTimeSaysWhatWasOpenClosedPausedAndARestDay() {
        ClockRule rule = ClockRule.of(Metric.RESOLUTION, Target.workingTime(Duration.ofHours(8)))
                .pausing(null, PauseReason.WAITING_MERCHANT);
        Clock clock = Story.by(Calendars.cnOffice(), rule)
                .then(COMPLAINT_FILED, "2026-11-20T08:00")
                .then(MERCHANT_ASKED, "2026-11-20T14:00")
                .then(MERCHANT_REPLIED, "2026-11-20T15:00")
                .clock("2026-11-20T16:00");

        assertThat(told(clock))
                .containsExactly(
                        "11-20T08:00 - CLOSED",
                        "11-20T09:00 + WORKING",
                        "11-20T12:00 - CLOSED",
                        "11-20T13:30 + WORKING",
                        "11-20T14:00 - PAUSED:WAITING_MERCHANT",
                        "11-20T15:00 + WORKING",
                        "11-20T18:00 - CLOSED",
                        "11-21T00:00 - REST_DAY",
                        "11-23T00:00 - CLOSED",
                        "11-23T09:00 + WORKING");
        assertThat(clock.dueAt()).isEqualTo(Story.time("2026-11-23T10:30"));
    }

    @Test
    void naturalDaysSayWhichCountedAndWhichWereRolledPast() {
        Clock clock = Story.by(Calendars.cnOffice(), ClockRule.of(Metric.APPEAL_WINDOW, Target.naturalDays(7)))
                .then(COMPLAINT_FILED, "2026-09-23T09:00")
                .then(DECISION_ISSUED, "2026-09-24T09:00")
                .clock("2026-09-25T00:00");

        assertThat(told(clock))
                .containsExactly(
                        "09-24T09:00 - BEFORE_START_DAY",
                        "09-25T00:00 + WORKING",
                        "09-26T00:00 + REST_DAY",
                        "09-28T00:00 + WORKING",
                        "10-01T00:00 + 国庆节",
                        "10-02T00:00 - 国庆节",
                        "10-08T00:00 - ROLLED_FORWARD");
    }

    @Test
    void workingDaysSayWhichDayEndedPaused() {
        ClockRule rule = ClockRule.of(Metric.RESOLUTION, Target.workingDays(2))
                .pausing(null, PauseReason.WAITING_COMPLAINANT)
                .untilClose();
        Clock clock = Story.by(Calendars.cnOffice(), rule)
                .then(COMPLAINT_FILED, "2026-11-18T09:00")
                .then(MATERIALS_REQUESTED, "2026-11-19T17:00")
                .then(MATERIALS_SUPPLEMENTED, "2026-11-20T09:00")
                .clock("2026-11-20T10:00");

        assertThat(told(clock))
                .containsExactly(
                        "11-18T09:00 - BEFORE_START_DAY",
                        "11-19T00:00 - PAUSED:WAITING_COMPLAINANT",
                        "11-20T00:00 + WORKING",
                        "11-21T00:00 - REST_DAY",
                        "11-23T00:00 + WORKING");
        assertThat(clock.dueAt()).isEqualTo(Story.time("2026-11-23T18:00"));
    }

    @Test
    void aClockNamesTheRuleAndTheEventItComesFrom() {
        Clock clock = Story.by(ClockRule.of(Metric.RESOLUTION, Target.elapsed(Duration.ofHours(3))))
                .then(COMPLAINT_FILED, "2026-11-18T09:00")
                .clock("2026-11-18T10:00");

        assertThat(clock.rule().index()).isZero();
        assertThat(clock.rule().reason()).isEqualTo("always");
        assertThat(clock.startedBy()).isEqualTo(COMPLAINT_FILED);
        assertThat(told(clock)).containsExactly("11-18T09:00 + ELAPSED");
    }

    @Test
    void anExplanationThatManyReadAtOnceIsTheSameForAllAndCannotBeChanged() {
        Story story = Story.by(Calendars.cnOffice(), ClockRule.of(Metric.RESOLUTION, Target.workingDays(250)))
                .then(COMPLAINT_FILED, "2026-01-05T09:00");
        List<Segment> read = story.clock("2026-01-06T00:00").segments();
        List<Segment> again = story.clock("2026-01-06T00:00").segments();

        assertThat(IntStream.range(0, 64).parallel().mapToObj(i -> List.copyOf(read)))
                .allSatisfy(copy -> assertThat(copy).isEqualTo(again));
        assertThat(read.hashCode()).isEqualTo(again.hashCode());
        assertThatThrownBy(() -> read.remove(0)).isInstanceOf(UnsupportedOperationException.class);
    }
}
