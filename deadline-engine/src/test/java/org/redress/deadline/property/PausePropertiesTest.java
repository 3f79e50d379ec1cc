package org.redress.deadline.property;

import static org.assertj.core.api.Assertions.assertThat;
import static org.redress.deadline.complaint.EventType.*;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.redress.deadline.Calendars;
import org.redress.deadline.calendar.Calendar;
import org.redress.deadline.clock.Clocks;
import org.redress.deadline.complaint.CaseEvent;
import org.redress.deadline.complaint.CaseFacts;
import org.redress.deadline.complaint.EventType;
import org.redress.deadline.policy.ClockRule;
import org.redress.deadline.policy.Metric;
import org.redress.deadline.policy.PauseReason;
import org.redress.deadline.policy.Policy;
import org.redress.deadline.policy.Target;

/** Pauses told as events, with due times, caps and goods that expire, against a clerk who looks at the case every minute. */
class PausePropertiesTest {
    private static final Calendar ALWAYS = Calendars.daily("00:00-24:00");
    private static final Calendar HALF_DAYS = Calendars.daily("00:00-12:00");
    private static final long START = Instant.parse("2026-11-15T16:00:00Z").getEpochSecond() / 60;
    private static final int HORIZON = 6_000;
    private static final List<EventType> TYPES = List.of(
            MATERIALS_REQUESTED,
            MATERIALS_SUPPLEMENTED,
            MERCHANT_ASKED,
            MERCHANT_REPLIED,
            COMPLAINT_REFERRED,
            REFERRAL_ANSWERED);
    private static final Map<EventType, EventType> ENDED_BY = Map.of(
            MATERIALS_REQUESTED, MATERIALS_SUPPLEMENTED,
            MERCHANT_ASKED, MERCHANT_REPLIED,
            COMPLAINT_REFERRED, REFERRAL_ANSWERED);

    /** A random case; times in minutes from the filing, {@link #HORIZON} for never. */
    private record Wait(EventType opener, int dueMinute) {}

    @Test
    void pausedTimeIsWhatAClerkWhoLooksEveryMinuteNotes() {
        Seeds.forAll("paused time", random -> {
            List<CaseEvent> events = events(random);
            int cap = random.nextBoolean() ? HORIZON : random.nextInt(1_000);
            int goods = random.nextInt(3) == 0 ? random.nextInt(1_500) : HORIZON;
            boolean halfDays = random.nextBoolean();
            int target = random.nextInt(800);
            int expected = due(events, target, cap, goods, halfDays);
            if (expected < 0) {
                return false;
            }
            Calendar calendar = halfDays ? HALF_DAYS : ALWAYS;
            ClockRule rule = ClockRule.of(Metric.RESOLUTION, Target.workingTime(Duration.ofMinutes(target)))
                    .pausing(
                            cap == HORIZON ? null : Duration.ofMinutes(cap),
                            PauseReason.WAITING_COMPLAINANT,
                            PauseReason.WAITING_MERCHANT);
            CaseFacts facts =
                    goods == HORIZON ? CaseFacts.unknown() : CaseFacts.unknown().withGoodsExpireAt(minute(goods));
            Policy policy = new Policy("huijin", 1, calendar.id(), List.of(rule));
            Clocks clocks = Clocks.compute(policy, calendar, facts, events, minute(HORIZON));
            assertThat(clocks.clocks().get(0).dueAt()).isEqualTo(minute(expected));
            return true;
        });
    }

    private static List<CaseEvent> events(Random random) {
        List<CaseEvent> events = new ArrayList<>();
        events.add(CaseEvent.of(COMPLAINT_FILED, minute(0)));
        for (int i = random.nextInt(10); i > 0; i--) {
            int at = 5 * random.nextInt(200);
            CaseEvent event = CaseEvent.of(TYPES.get(random.nextInt(TYPES.size())), minute(at));
            events.add(random.nextBoolean() ? event.dueAt(minute(at - 10 + random.nextInt(400))) : event);
        }
        return events;
    }

    private static int due(List<CaseEvent> events, int target, int cap, int goods, boolean halfDays) {
        List<CaseEvent> ordered = events.stream()
                .sorted(Comparator.comparing(CaseEvent::at).thenComparing(CaseEvent::type))
                .toList();
        Set<Wait> waits = new HashSet<>();
        int left = target;
        int paused = 0;
        for (int minute = 0; minute < HORIZON; minute++) {
            if (left == 0) {
                return minute;
            }
            for (CaseEvent event : ordered) {
                if (event.at().equals(minute(minute))) {
                    take(event, waits);
                }
            }
            int now = minute;
            boolean waiting =
                    waits.stream().anyMatch(wait -> wait.opener() != COMPLAINT_REFERRED && now < wait.dueMinute());
            if (waiting && paused < cap && now < goods) {
                paused++;
            } else {
                left -= halfDays && minute % 1440 >= 720 ? 0 : 1;
            }
        }
        return -1;
    }

    private static void take(CaseEvent event, Set<Wait> waits) {
        waits.removeIf(wait -> ENDED_BY.get(wait.opener()) == event.type());
        if (ENDED_BY.containsKey(event.type())) {
            Instant due = event.details().dueAt();
            waits.add(new Wait(event.type(), due == null ? HORIZON : (int) (due.getEpochSecond() / 60 - START)));
        }
    }

    private static Instant minute(int fromFiling) {
        return Instant.ofEpochSecond((START + fromFiling) * 60);
    }
}
