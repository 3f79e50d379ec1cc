package org.redress.deadline;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.redress.deadline.calendar.Calendar;
import org.redress.deadline.clock.Clock;
import org.redress.deadline.clock.ClockState;
import org.redress.deadline.clock.Clocks;
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

/** The README's example is this code, and does what it says. */
class ReadmeTest {
    @Test
    void theExampleComputesAClock() {
        // example
        Calendar office = Calendar.named("cn-office", ZoneId.of("Asia/Shanghai"))
                .openOnWeekdays("09:00-12:00", "13:30-18:00")
                .holiday(LocalDate.of(2026, 10, 1), "国庆节")
                .workday(LocalDate.of(2026, 10, 10), "国庆节调休")
                .build();
        ClockRule sevenWorkingDays = ClockRule.of(Metric.RESOLUTION, Target.workingDays(7))
                .pausing(Duration.ofDays(3), PauseReason.WAITING_COMPLAINANT)
                .levels(
                        Level.at("80%", LevelKind.WARNING, "OWNER"),
                        Level.at("+PT4H", LevelKind.ESCALATION, "SENIOR_TIER"));
        Policy policy = new Policy("qihui", 1, "cn-office", List.of(sevenWorkingDays));
        List<CaseEvent> events = List.of(
                CaseEvent.of(EventType.COMPLAINT_FILED, Instant.parse("2026-09-30T12:00:00Z")),
                CaseEvent.of(EventType.DECISION_ISSUED, Instant.parse("2026-10-09T06:00:00Z")));

        Clocks clocks =
                Clocks.compute(policy, office, CaseFacts.unknown(), events, Instant.parse("2026-10-09T07:00:00Z"));

        Clock resolution = clocks.clocks().get(0);
        // end of example
        assertThat(resolution.state()).isEqualTo(ClockState.MET);
        assertThat(resolution.dueAt()).isEqualTo(Moments.at("2026-10-10T24:00+08:00"));
    }

    @Test
    void theReadmeShowsThisVeryCode() throws IOException {
        String readme = Files.readString(Path.of("README.md"));
        String test = Files.readString(Path.of("src/test/java/org/redress/deadline/ReadmeTest.java"));
        String shown = between(readme, "```java\n", "```").replaceAll("//[^\n]*", "");
        String run = between(test, "// example\n", "// end of example");

        assertThat(squeezed(shown)).isEqualTo(squeezed(run));
    }

    private static String between(String text, String from, String to) {
        int start = text.indexOf(from) + from.length();
        return text.substring(start, text.indexOf(to, start));
    }

    private static String squeezed(String code) {
        return code.replaceAll("\\s+", "");
    }
}
