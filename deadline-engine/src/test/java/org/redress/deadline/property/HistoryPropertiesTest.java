package org.redress.deadline.property;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.redress.deadline.Calendars;
import org.redress.deadline.calendar.Calendar;
import org.redress.deadline.clock.Clock;
import org.redress.deadline.clock.ClockLevel;
import org.redress.deadline.clock.Clocks;
import org.redress.deadline.complaint.CaseEvent;
import org.redress.deadline.complaint.CaseFacts;
import org.redress.deadline.complaint.EventType;
import org.redress.deadline.complaint.Severity;
import org.redress.deadline.counting.Segment;
import org.redress.deadline.policy.ClockRule;
import org.redress.deadline.policy.Condition;
import org.redress.deadline.policy.Level;
import org.redress.deadline.policy.LevelKind;
import org.redress.deadline.policy.Metric;
import org.redress.deadline.policy.PauseReason;
import org.redress.deadline.policy.Policy;
import org.redress.deadline.policy.Target;
import org.redress.deadline.policy.Unit;

/** What holds for whatever happens to a complaint, in whatever order and however often it is told. */
class HistoryPropertiesTest {
    private static final Calendar OFFICE = Calendars.cnOffice();
    private static final Instant START = Instant.parse("2026-09-21T01:00:00Z");

    /** One random policy and one random history. */
    private record Tale(Policy policy, CaseFacts facts, List<CaseEvent> events, Instant until) {
        static Tale random(Random random) {
            List<ClockRule> rules = new ArrayList<>();
            for (Metric metric : Metric.values()) {
                if (random.nextInt(3) == 0) {
                    continue;
                }
                rules.add(rule(metric, random).when(Condition.severity(Severity.URGENT)));
                if (random.nextBoolean()) {
                    rules.add(rule(metric, random));
                }
            }
            CaseFacts facts = CaseFacts.of(random.nextBoolean() ? Severity.NORMAL : Severity.URGENT);
            if (random.nextInt(3) == 0) {
                facts = facts.withGoodsExpireAt(moment(random));
            }
            List<CaseEvent> events = new ArrayList<>();
            events.add(CaseEvent.of(EventType.COMPLAINT_FILED, START));
            EventType[] types = EventType.values();
            for (int i = random.nextInt(25); i > 0; i--) {
                events.add(event(one(types, random), random));
            }
            return new Tale(new Policy("huijin", 1, OFFICE.id(), rules), facts, events, moment(random));
        }

        private static <T> T one(T[] values, Random random) {
            return values[random.nextInt(values.length)];
        }

        private static ClockRule rule(Metric metric, Random random) {
            Unit unit = one(Unit.values(), random);
            Target target = new Target(unit, unit.inDays() ? random.nextInt(9) : random.nextInt(60) * 3_600L);
            ClockRule rule = ClockRule.of(metric, target)
                    .levels(
                            Level.at("80%", LevelKind.WARNING, "OWNER"),
                            Level.at("-PT1H", LevelKind.WARNING, "OPS"),
                            Level.at("+PT4H", LevelKind.WARNING, "OPS"));
            if (random.nextBoolean()) {
                Duration cap = random.nextBoolean() ? null : Duration.ofHours(random.nextInt(72));
                rule = rule.pausing(cap, PauseReason.values());
            }
            return random.nextInt(4) == 0 ? rule.cappedAtGoodsExpiry() : rule;
        }

        private static CaseEvent event(EventType type, Random random) {
            CaseEvent event = CaseEvent.of(type, moment(random));
            if (random.nextInt(3) == 0) {
                event = event.dueAt(moment(random));
            }
            if (random.nextInt(3) == 0) {
                event = event.about(random.nextBoolean() ? "a" : "b");
            }
            boolean judges = type == EventType.COMPLAINT_TRIAGED || type == EventType.SEVERITY_CHANGED;
            return judges ? event.judged(one(Severity.values(), random), null, null) : event;
        }

        private static Instant moment(Random random) {
            return START.plusSeconds(random.nextInt(30) * 86_400L + random.nextInt(8) * 10_800L);
        }

        Clocks clocks(List<CaseEvent> told) {
            return Clocks.compute(policy, OFFICE, facts, told, until);
        }

        Clocks clocks(Instant asOf) {
            return Clocks.compute(policy, OFFICE, facts, events, asOf);
        }
    }

    @Test
    void orderAndRepetitionOfTheTellingChangeNothing() {
        Seeds.forAll("order and repetition", random -> {
            Tale tale = Tale.random(random);
            List<CaseEvent> told = new ArrayList<>(tale.events());
            told.addAll(tale.events());
            Collections.shuffle(told, random);
            assertThat(tale.clocks(told).clocks())
                    .isEqualTo(tale.clocks(tale.events()).clocks());
            return true;
        });
    }

    @Test
    void nothingIsNegativeAndNothingIsExplainedTwice() {
        Seeds.forAll("nothing is negative", random -> {
            for (Clock clock : Tale.random(random).clocks(Tale.moment(random)).clocks()) {
                Instant start = Instant.ofEpochSecond(clock.startedAt().getEpochSecond());
                if (clock.dueAt() != null) {
                    assertThat(clock.dueAt()).isAfterOrEqualTo(start);
                }
                assertThat(clock.levels())
                        .allMatch(level ->
                                level.firesAt() == null || !level.firesAt().isBefore(start));
                Instant cursor = start;
                for (Segment segment : clock.segments()) {
                    assertThat(segment.from()).isEqualTo(cursor);
                    assertThat(segment.to()).isAfter(segment.from());
                    cursor = segment.to();
                }
                if (clock.dueAt() != null) {
                    assertThat(cursor).isEqualTo(clock.dueAt());
                }
            }
            return true;
        });
    }

    @Test
    void theStateSaysWhatTheTimesSay() {
        Seeds.forAll("state and times agree", random -> {
            Tale tale = Tale.random(random);
            for (Clock clock : tale.clocks(tale.events()).clocks()) {
                Instant due = clock.dueAt();
                Instant ended = clock.endedAt();
                boolean passed = due != null && (ended == null ? !tale.until().isBefore(due) : ended.isAfter(due));
                Instant mark = clock.metric().isWindow() ? clock.lapsedAt() : clock.breachedAt();
                assertThat(mark).isEqualTo(passed ? due : null);
                switch (clock.state()) {
                    case RUNNING, PAUSED -> assertThat(passed || ended != null).isFalse();
                    case MET -> assertThat(passed || clock.metAt() == null).isFalse();
                    case BREACHED, LAPSED -> assertThat(passed).isTrue();
                    case CANCELLED -> assertThat(clock.cancelledAt()).isNotNull();
                }
            }
            return true;
        });
    }

    @Test
    void aLevelFiredStaysFiredAndOneAheadIsNotFired() {
        Seeds.forAll("levels", random -> {
            Tale tale = Tale.random(random);
            for (Clock clock : tale.clocks(tale.events()).clocks()) {
                for (ClockLevel level : clock.levels()) {
                    Instant fires = level.firesAt();
                    Instant ended = clock.endedAt();
                    boolean came = fires != null && !fires.isAfter(tale.until());
                    assertThat(level.fired()).isEqualTo(came && (ended == null || ended.isAfter(fires)));
                }
            }
            return true;
        });
    }

    @Test
    void whatHasEndedIsAnsweredAlikeForEver() {
        Seeds.forAll("the past stays as it was", random -> {
            Tale tale = Tale.random(random);
            Instant later = START.plus(Duration.ofDays(400));
            List<Clock> then = tale.clocks(later.minusSeconds(86_400)).clocks();
            List<Clock> now = tale.clocks(later).clocks();
            for (int i = 0; i < then.size(); i++) {
                if (!then.get(i).open()) {
                    assertThat(now.get(i)).isEqualTo(then.get(i));
                }
            }
            return true;
        });
    }
}
