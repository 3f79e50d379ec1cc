package org.redress.benchmarks.deadline;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.tyme.holiday.LegalHoliday;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Optional;
import org.redress.deadline.calendar.Calendar;
import org.redress.deadline.calendar.CalendarBuilder;
import org.redress.deadline.document.PolicyDocument;
import org.redress.deadline.policy.ClockRule;
import org.redress.deadline.policy.Level;
import org.redress.deadline.policy.LevelKind;
import org.redress.deadline.policy.Metric;
import org.redress.deadline.policy.PauseReason;
import org.redress.deadline.policy.Policy;
import org.redress.deadline.policy.Target;
import org.redress.deadline.policy.Unit;

/** What the cases share: the shipped calendar with its statutory dates, a shipped policy, and targets of a year. */
final class Ground {
    /** A Monday from which a year crosses every festival: dates of 2025 and of 2026. */
    static final Instant START = Instant.parse("2025-06-09T02:00:00Z");

    private static final ZoneId SHANGHAI = ZoneId.of("Asia/Shanghai");

    private Ground() {}

    /** {@code cn-office} with the statutory dates of 2020 on, as the sla-service builds it. */
    static Calendar office() {
        CalendarBuilder calendar = Calendar.named("cn-office", SHANGHAI).openOnWeekdays("09:00-12:00", "13:30-18:00");
        LegalHoliday holiday = LegalHoliday.fromYmd(2020, 1, 1);
        while (holiday != null) {
            var day = holiday.getDay();
            LocalDate date = LocalDate.of(day.getYear(), day.getMonth(), day.getDay());
            if (holiday.isWork()) {
                calendar.workday(date, holiday.getName());
            } else {
                calendar.holiday(date, holiday.getName());
            }
            holiday = holiday.next(1);
        }
        return calendar.build();
    }

    /** About a year of that unit. */
    static Target year(Unit unit) {
        return switch (unit) {
            case ELAPSED -> Target.elapsed(Duration.ofDays(365));
            case WORKING_TIME -> Target.workingTime(Duration.ofHours(1_875));
            case WORKING_DAYS -> Target.workingDays(250);
            case NATURAL_DAYS -> Target.naturalDays(365);
        };
    }

    /** A decision within a year, with the levels shipped policies have, waiting for the merchant for as long as it takes. */
    static ClockRule decisionWithinAYear(Unit unit) {
        return ClockRule.of(Metric.RESOLUTION, year(unit))
                .pausing(null, PauseReason.WAITING_MERCHANT)
                .levels(
                        Level.at("80%", LevelKind.WARNING, "OWNER"),
                        Level.at("-PT4H", LevelKind.WARNING, "OWNER"),
                        Level.at("100%", LevelKind.BREACH, "SUPERVISOR"),
                        Level.at("+PT4H", LevelKind.ESCALATION, "SENIOR_TIER"));
    }

    /** The shipped policy of a platform that counts by {@code cn-office}: 29 rules. */
    static Policy shipped(Calendar office) {
        try (InputStream file = Ground.class.getResourceAsStream("/policies/kamen.json")) {
            Object document = new ObjectMapper().readValue(file, Object.class);
            return PolicyDocument.read(document, id -> Optional.of(office)).orElseThrow();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
