package org.redress.deadline.clock;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.redress.deadline.Story;
import org.redress.deadline.calendar.Calendar;
import org.redress.deadline.complaint.EventType;
import org.redress.deadline.policy.ClockRule;
import org.redress.deadline.policy.Metric;
import org.redress.deadline.policy.Target;
import org.redress.deadline.policy.Unit;

/** Days are as long as their zone makes them; hours are as long as they always are. */
class ZonesTest {
    @ParameterizedTest(name = "{0}")
    @CsvSource(
            delimiter = '|',
            value = {
                "48 hours over a spring change           | America/New_York    | ELAPSED      | PT48H | 2026-03-07T12:00 | 2026-03-09T13:00",
                "a whole day of 23 hours                 | America/New_York    | WORKING_DAYS | P1D   | 2026-03-07T12:00 | 2026-03-09T00:00",
                "open night hours lose the skipped one   | America/New_York    | WORKING_TIME | PT4H  | 2026-03-08T00:00 | 2026-03-08T05:00",
                "open night hours count the repeated one | America/New_York    | WORKING_TIME | PT4H  | 2026-11-01T00:00 | 2026-11-01T03:00",
                "a change by half an hour                | Australia/Lord_Howe | WORKING_TIME | PT4H  | 2026-10-04T00:00 | 2026-10-04T04:30",
                "a midnight that does not exist          | Africa/Cairo        | WORKING_DAYS | P1D   | 2026-04-22T12:00 | 2026-04-24T01:00",
                "a date that does not exist              | Pacific/Apia        | WORKING_DAYS | P2D   | 2011-12-28T12:00 | 2012-01-01T00:00",
                "seven days over a fall change           | Europe/London       | NATURAL_DAYS | P7D   | 2026-10-20T12:00 | 2026-10-28T00:00",
                "China's last summer time                | Asia/Shanghai       | WORKING_TIME | PT24H | 1991-09-14T12:00 | 1991-09-15T11:00"
            })
    void dueIsWhatAWatchOnTheWallOrOnTheWristSays(
            String title, String zone, Unit unit, String target, String start, String due) {
        Calendar calendar = Calendar.named("daily", ZoneId.of(zone))
                .openDaily("00:00-24:00")
                .build();
        ClockRule rule = ClockRule.of(Metric.RESOLUTION, Target.parse(unit, target));

        assertThat(Deadline.of(rule, calendar, local(start, zone))).as(title).isEqualTo(local(due, zone));
    }

    private static Instant local(String time, String zone) {
        return LocalDateTime.parse(time).atZone(ZoneId.of(zone)).toInstant();
    }

    @Test
    void hoursInsideASkippedHourOpenWhereJavaTimeResolvesThem() {
        Calendar calendar = Calendar.named("nights", ZoneId.of("America/New_York"))
                .openDaily("02:30-04:00")
                .build();
        ClockRule rule = ClockRule.of(Metric.RESOLUTION, Target.workingTime(Duration.ofMinutes(30)));

        Instant due = Deadline.of(rule, calendar, local("2026-03-08T00:00", "America/New_York"));

        assertThat(due).isEqualTo(local("2026-03-08T04:00", "America/New_York"));
    }

    @Test
    void hoursThatASkippedHourPushesTogetherCountOnce() {
        Calendar calendar = Calendar.named("nights", ZoneId.of("America/New_York"))
                .openDaily("02:00-02:40", "03:00-03:20")
                .build();
        ClockRule rule = ClockRule.of(Metric.RESOLUTION, Target.workingTime(Duration.ofMinutes(41)));

        Instant due = Deadline.of(rule, calendar, local("2026-03-08T00:00", "America/New_York"));

        assertThat(due).isEqualTo(local("2026-03-09T02:01", "America/New_York"));
    }

    @Test
    void aDeadlineThatTouchesAYearWithoutStatutoryDatesSaysSo() {
        Calendar calendar = Calendar.named("cn", ZoneId.of("Asia/Shanghai"))
                .openOnWeekdays("09:00-18:00")
                .statutoryYears(Set.of(2026))
                .build();
        Story story = Story.by(calendar, ClockRule.of(Metric.RESOLUTION, Target.workingDays(5)));

        Clock within = story.then(EventType.COMPLAINT_FILED, "2026-12-01T09:00").clock("2026-12-02T00:00");
        Clock across = Story.by(calendar, ClockRule.of(Metric.RESOLUTION, Target.workingDays(5)))
                .then(EventType.COMPLAINT_FILED, "2026-12-30T09:00")
                .clock("2026-12-31T00:00");

        assertThat(within.remarks()).isEmpty();
        assertThat(across.remarks())
                .containsExactly(new Remark("NO_STATUTORY_DATES", "the calendar has no statutory dates of 2027"));
    }
}
