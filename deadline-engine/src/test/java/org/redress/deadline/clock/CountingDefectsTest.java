package org.redress.deadline.clock;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.redress.deadline.Story.time;
import static org.redress.deadline.complaint.EventType.*;

import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.redress.deadline.Calendars;
import org.redress.deadline.Story;
import org.redress.deadline.calendar.Calendar;
import org.redress.deadline.calendar.OpenInterval;
import org.redress.deadline.calendar.UnreachableTimeException;
import org.redress.deadline.complaint.CaseEvent;
import org.redress.deadline.complaint.CaseFacts;
import org.redress.deadline.counting.Segment;
import org.redress.deadline.policy.ClockRule;
import org.redress.deadline.policy.Metric;
import org.redress.deadline.policy.PauseReason;
import org.redress.deadline.policy.Policy;
import org.redress.deadline.policy.Target;

/** Real defects of other engines, by their number in the list of them, each as what must hold here: how time is counted. */
class CountingDefectsTest {
    private static final ClockRule FIRST_RESPONSE =
            ClockRule.of(Metric.FIRST_RESPONSE, Target.elapsed(Duration.ofHours(24)));

    @Test
    void b07AnotherCalendarMovesDueByExactlyWhatItClosesAndTheOldOneStillAnswersAsBefore() {
        ClockRule rule = ClockRule.of(Metric.RESOLUTION, Target.workingDays(3));
        Calendar before = Calendars.weekdays("09:00-18:00");
        Calendar after = Calendar.named("weekdays", Calendars.SHANGHAI)
                .openOnWeekdays("09:00-18:00")
                .holiday(LocalDate.of(2026, 11, 18), "校庆")
                .build();

        assertThat(Deadline.of(rule, before, time("2026-11-16T09:00"))).isEqualTo(time("2026-11-19T24:00"));
        assertThat(Deadline.of(rule, after, time("2026-11-16T09:00"))).isEqualTo(time("2026-11-20T24:00"));
        assertThat(Deadline.of(rule, before, time("2026-11-16T09:00"))).isEqualTo(time("2026-11-19T24:00"));
    }

    @Test
    void b11RoundTheClockLosesNoMinuteAtMidnight() {
        ClockRule rule = ClockRule.of(Metric.RESOLUTION, Target.workingTime(Duration.ofDays(30)));

        Instant due = Deadline.of(rule, Calendars.daily("00:00-24:00"), time("2026-11-01T12:34"));

        assertThat(due).isEqualTo(time("2026-12-01T12:34"));
    }

    @Test
    void b13EveryDateThatIsSkippedOrOpenedShowsUpByName() {
        Clock clock = Story.by(Calendars.cnOffice(), ClockRule.of(Metric.RESOLUTION, Target.workingDays(7)))
                .then(COMPLAINT_FILED, "2026-09-30T20:00")
                .clock("2026-10-01T00:00");

        assertThat(clock.segments())
                .contains(new Segment(time("2026-09-30T24:00"), time("2026-10-07T24:00"), false, "国庆节"))
                .contains(new Segment(time("2026-10-09T24:00"), time("2026-10-10T24:00"), true, "国庆节调休"))
                .contains(new Segment(time("2026-10-10T24:00"), time("2026-10-11T24:00"), false, "REST_DAY"));
    }

    @Test
    void b35ANewCaseIsNeverBreachedWhereverItsClocksStand() {
        Instant filed = Instant.parse("2026-11-16T01:00:00Z");
        for (String offset : List.of("+08:00", "-05:00", "Z")) {
            Instant told = filed.atZone(ZoneId.of(offset)).toInstant();
            Policy policy = new Policy("huijin", 1, "cn-24x7", List.of(FIRST_RESPONSE));
            List<CaseEvent> events = List.of(CaseEvent.of(COMPLAINT_FILED, told));

            Clocks clocks =
                    Clocks.compute(policy, Calendars.cnAlwaysOpen(), CaseFacts.unknown(), events, filed.plusSeconds(1));

            assertThat(clocks.clocks()).extracting(Clock::state).containsExactly(ClockState.RUNNING);
        }
    }

    @Test
    void b41ResumingNeverPushesDuePastClosingTime() {
        ClockRule rule = ClockRule.of(Metric.RESOLUTION, Target.workingTime(Duration.ofHours(8)))
                .pausing(null, PauseReason.WAITING_MERCHANT);
        Clock clock = Story.by(Calendars.weekdays("09:00-18:00"), rule)
                .then(COMPLAINT_FILED, "2026-11-16T09:00")
                .then(MERCHANT_ASKED, "2026-11-16T12:00")
                .then(MERCHANT_REPLIED, "2026-11-16T15:00")
                .clock("2026-11-16T16:00");

        assertThat(clock.dueAt()).isEqualTo(time("2026-11-17T11:00"));
    }

    @Test
    void b45AScheduleOfASingleWeekdayCounts() {
        Calendar thursdays = Calendar.named("thursdays", Calendars.SHANGHAI)
                .open(DayOfWeek.THURSDAY, List.of(OpenInterval.parse("09:00-17:00")))
                .build();
        ClockRule hours = ClockRule.of(Metric.RESOLUTION, Target.workingTime(Duration.ofHours(12)));
        ClockRule days = ClockRule.of(Metric.RESOLUTION, Target.workingDays(3));

        assertThat(Deadline.of(hours, thursdays, time("2026-11-16T10:00"))).isEqualTo(time("2026-11-26T13:00"));
        assertThat(Deadline.of(days, thursdays, time("2026-11-16T10:00"))).isEqualTo(time("2026-12-03T24:00"));
    }

    @Test
    void b47AYearAndNothingAreTargetsAndEndlessSearchesEndWithAReason() {
        Calendar office = Calendars.cnOffice();
        Instant start = time("2026-11-16T10:00");
        ClockRule year = ClockRule.of(Metric.RESOLUTION, Target.elapsed(Duration.ofDays(365)));
        ClockRule nothing = ClockRule.of(Metric.RESOLUTION, Target.workingTime(Duration.ZERO));
        ClockRule endless = ClockRule.of(Metric.RESOLUTION, Target.workingTime(Duration.ofHours(1)));
        Calendar closed = Calendar.named("closed", Calendars.SHANGHAI).build();

        assertThat(Deadline.of(year, office, start)).isEqualTo(time("2027-11-16T10:00"));
        assertThat(Deadline.of(nothing, office, start)).isEqualTo(start);
        assertThatThrownBy(() -> Deadline.of(endless, closed, start))
                .isInstanceOf(UnreachableTimeException.class)
                .hasMessageContaining("closed: ten years hold less");
        assertThatThrownBy(() -> Target.elapsed(Duration.ofDays(365_000))).hasMessageContaining("at most ten years");
    }
}
