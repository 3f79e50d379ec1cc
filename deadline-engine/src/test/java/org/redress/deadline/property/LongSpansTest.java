package org.redress.deadline.property;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.redress.deadline.calendar.Calendar;
import org.redress.deadline.calendar.CalendarBuilder;
import org.redress.deadline.calendar.OpenInterval;
import org.redress.deadline.calendar.UnreachableTimeException;
import org.redress.deadline.counting.Counting;
import org.redress.deadline.counting.Pause;
import org.redress.deadline.counting.Segment;
import org.redress.deadline.policy.ClockRule;
import org.redress.deadline.policy.Metric;
import org.redress.deadline.policy.PauseReason;
import org.redress.deadline.policy.Target;

/** Working days over years, with pauses of weeks and years, against one who looks at every date: also where it is too far. */
class LongSpansTest {
    private static final ZoneId ZONE = ZoneId.of("America/Sao_Paulo");
    private static final LocalDate FIRST = LocalDate.of(2015, 4, 1);
    private static final List<Office> OFFICES = IntStream.range(0, 60)
            .mapToObj(i -> Office.random(new Random(4711 + i)))
            .toList();

    /** A random calendar, and when each date from {@link #FIRST} on ends there; {@link Long#MIN_VALUE} for no working day. */
    private record Office(Calendar calendar, int perWeek, List<Long> midnights, List<Long> closes) {
        static Office random(Random random) {
            CalendarBuilder builder = Calendar.named("random", ZONE);
            int perWeek = random.nextInt(5);
            for (int day = 1; day <= perWeek; day++) {
                builder.open(DayOfWeek.of(day), List.of(new OpenInterval(540, 720), new OpenInterval(780, 1080)));
            }
            for (int i = 0; i < 60; i++) {
                LocalDate date = FIRST.plusDays(i * 61L + random.nextInt(60));
                if (random.nextInt(3) > 0) {
                    builder.workday(date, "worked", new OpenInterval(600, 900));
                } else {
                    builder.holiday(date, "holiday");
                }
            }
            Calendar calendar = builder.build();
            return new Office(calendar, perWeek, ends(calendar, false), ends(calendar, true));
        }

        private static List<Long> ends(Calendar calendar, boolean close) {
            return IntStream.range(0, 15_000)
                    .mapToLong(i -> end(calendar, FIRST.plusDays(i), close))
                    .boxed()
                    .toList();
        }

        private static long end(Calendar calendar, LocalDate date, boolean close) {
            List<OpenInterval> hours = calendar.day(date).hours();
            if (hours.isEmpty()) {
                return Long.MIN_VALUE;
            }
            int minute = hours.get(hours.size() - 1).closeMinute();
            return (close
                            ? date.atTime(minute / 60, minute % 60)
                            : date.plusDays(1).atStartOfDay())
                    .atZone(ZONE)
                    .toEpochSecond();
        }
    }

    private record Span(Office office, boolean close, int date, long start, int days, List<Pause> pauses) {
        Counting counting() {
            ClockRule rule = ClockRule.of(Metric.RESOLUTION, Target.workingDays(days));
            return Counting.of(close ? rule.untilClose() : rule, rule.target(), office.calendar(), start, pauses);
        }

        /** Due, {@link Counting#NEVER}, or -1 if more than ten years of dates that aren't paused would have to pass. */
        long walked() {
            List<Long> ends = close ? office.closes() : office.midnights();
            int left = days;
            int looked = 0;
            for (int at = date + 1; looked <= Target.DAYS_AT_MOST; at++) {
                long end = ends.get(at);
                Pause pause = pauses.stream()
                        .filter(p -> p.from() < end && end <= p.to())
                        .findFirst()
                        .orElse(null);
                if (end != Long.MIN_VALUE && pause == null && --left == 0) {
                    return end;
                }
                if (pause != null && pause.to() == Counting.NEVER) {
                    return Counting.NEVER;
                }
                looked += pause == null ? 1 : 0;
            }
            return -1;
        }
    }

    @Test
    void workingDaysOverYearsAreWhatOneWhoLooksAtEveryDateCounts() {
        Seeds.forAll("working days over years", random -> {
            Span span = span(random);
            long expected = span.walked();
            if (expected >= 0) {
                assertThat(span.counting().due()).isEqualTo(expected);
                assertThat(expected == Counting.NEVER ? span.days() : datesThatCounted(span, expected))
                        .isEqualTo(span.days());
            } else {
                assertThatThrownBy(() -> span.counting().due()).isInstanceOf(UnreachableTimeException.class);
            }
            return expected >= 0;
        });
    }

    private static long datesThatCounted(Span span, long due) {
        return span.counting().segments(due).stream()
                .filter(Segment::counts)
                .mapToLong(segment -> 1
                        + day(segment.to().minusSeconds(1)).toEpochDay()
                        - day(segment.from()).toEpochDay())
                .sum();
    }

    private static LocalDate day(Instant moment) {
        return LocalDate.ofInstant(moment, ZONE);
    }

    private static Span span(Random random) {
        Office office = OFFICES.get(random.nextInt(OFFICES.size()));
        int date = random.nextInt(1_000);
        long start =
                FIRST.plusDays(date).atTime(random.nextInt(24), 30).atZone(ZONE).toEpochSecond();
        int days = 1 + random.nextInt(office.perWeek() == 0 ? 60 : office.perWeek() * 530);
        return new Span(office, random.nextBoolean(), date, start, days, pauses(random, FIRST.plusDays(date), start));
    }

    /** Some begin or end with a date, some at an odd time, a few never end. */
    private static List<Pause> pauses(Random random, LocalDate first, long start) {
        List<Pause> pauses = new ArrayList<>();
        long cursor = start;
        for (int i = random.nextInt(6); i > 0 && cursor != Counting.NEVER; i--) {
            long from = cursor + random.nextInt(86_400 * 200);
            if (random.nextBoolean()) {
                LocalDate date = first.plusDays((from - start) / 86_400 + 1);
                from = Math.max(cursor, date.atStartOfDay(ZONE).toEpochSecond());
            }
            long length = 1L + random.nextInt(86_400 * (random.nextInt(5) == 0 ? 2_000 : 30));
            cursor = random.nextInt(12) == 0 ? Counting.NEVER : from + length;
            pauses.add(new Pause(from, cursor, PauseReason.WAITING_REGULATOR, null));
        }
        return pauses;
    }
}
