package org.redress.deadline.clock;

import static org.assertj.core.api.Assertions.assertThat;
import static org.redress.deadline.Moments.at;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.redress.deadline.Calendars;
import org.redress.deadline.calendar.Calendar;
import org.redress.deadline.complaint.CaseEvent;
import org.redress.deadline.complaint.CaseFacts;
import org.redress.deadline.complaint.EventType;
import org.redress.deadline.policy.ClockRule;
import org.redress.deadline.policy.Level;
import org.redress.deadline.policy.LevelKind;
import org.redress.deadline.policy.Metric;
import org.redress.deadline.policy.PauseReason;
import org.redress.deadline.policy.Policy;
import org.redress.deadline.policy.Target;
import org.redress.deadline.policy.Unit;

/** The vectors of sla.md, to the second. */
class VectorsTest {
    @Test
    void elapsedTimeRunsThroughMidnights() {
        Instant due = due(Target.parse(Unit.ELAPSED, "PT48H"), Calendars.cnAlwaysOpen(), "2026-11-20T23:30+08:00");

        assertThat(due).isEqualTo(at("2026-11-22T23:30+08:00"));
    }

    @Test
    void anHourOfWorkingTimeFromHalfAnHourBeforeTheWeekendEndsOnMonday() {
        Calendar calendar = Calendars.weekdays("09:30-17:00");

        Instant due = due(Target.workingTime(Duration.ofHours(1)), calendar, "2026-11-20T16:30+08:00");

        assertThat(due).isEqualTo(at("2026-11-23T10:00+08:00"));
    }

    @Test
    void aBudgetThatEndsAtClosingTimeIsDueThenAndNotAtTheNextOpening() {
        Calendar calendar = Calendars.daily("10:00-18:00");

        Instant due = due(Target.workingTime(Duration.ofHours(24)), calendar, "2026-11-16T10:00+08:00");

        assertThat(due).isEqualTo(at("2026-11-18T18:00+08:00"));
    }

    @Test
    void sevenWorkingDaysPassOverTheHolidayAndCountTheWorkedSaturday() {
        Instant due = due(Target.workingDays(7), Calendars.cnOffice(), "2026-09-30T20:00+08:00");

        assertThat(due).isEqualTo(at("2026-10-15T24:00+08:00"));
    }

    @Test
    void sevenNaturalDaysThatEndOnAHolidayRollPastIt() {
        Instant due = due(Target.naturalDays(7), Calendars.cnOffice(), "2026-09-24T09:00+08:00");

        assertThat(due).isEqualTo(at("2026-10-08T24:00+08:00"));
    }

    @Test
    void aHoldOvernightMovesNoWorkingTime() {
        Calendar calendar = Calendars.weekdays("09:00-17:00");
        ClockRule rule = ClockRule.of(Metric.RESOLUTION, Target.workingTime(Duration.ofHours(8)))
                .pausing(Duration.ofDays(3), PauseReason.WAITING_MERCHANT);
        List<CaseEvent> events = List.of(
                CaseEvent.of(EventType.COMPLAINT_FILED, at("2026-11-16T13:00+08:00")),
                CaseEvent.of(EventType.MERCHANT_ASKED, at("2026-11-16T17:00+08:00")),
                CaseEvent.of(EventType.MERCHANT_REPLIED, at("2026-11-17T09:00+08:00")));

        Clock clock = only(rule, calendar, events, "2026-11-17T10:00+08:00");

        assertThat(clock.dueAt()).isEqualTo(at("2026-11-17T13:00+08:00"));
    }

    @Test
    void roundTheClockLosesNoMinuteAtMidnight() {
        Calendar calendar = Calendars.daily("00:00-24:00");

        Instant due = due(Target.parse(Unit.WORKING_TIME, "PT48H"), calendar, "2026-11-20T23:30+08:00");

        assertThat(due).isEqualTo(at("2026-11-22T23:30+08:00"));
    }

    @Test
    void aLevelBeforeDueWalksTheCalendarBackwards() {
        Calendar calendar = Calendars.weekdays("09:00-18:00");
        ClockRule rule = ClockRule.of(Metric.RESOLUTION, Target.workingTime(Duration.ofHours(4)))
                .levels(Level.at("-PT1H", LevelKind.WARNING, "OWNER"));
        List<CaseEvent> events = List.of(CaseEvent.of(EventType.COMPLAINT_FILED, at("2026-11-16T17:00+08:00")));

        Clock clock = only(rule, calendar, events, "2026-11-16T18:00+08:00");

        assertThat(clock.dueAt()).isEqualTo(at("2026-11-17T12:00+08:00"));
        assertThat(clock.levels().get(0).firesAt()).isEqualTo(at("2026-11-17T11:00+08:00"));
    }

    private static Instant due(Target target, Calendar calendar, String start) {
        return Deadline.of(ClockRule.of(Metric.RESOLUTION, target), calendar, at(start));
    }

    private static Clock only(ClockRule rule, Calendar calendar, List<CaseEvent> events, String until) {
        Policy policy = new Policy("huijin", 1, calendar.id(), List.of(rule));
        List<Clock> clocks = Clocks.compute(policy, calendar, CaseFacts.unknown(), events, at(until))
                .clocks();
        assertThat(clocks).hasSize(1);
        return clocks.get(0);
    }
}
