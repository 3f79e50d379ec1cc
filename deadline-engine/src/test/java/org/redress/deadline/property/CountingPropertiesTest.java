package org.redress.deadline.property;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.redress.deadline.calendar.Calendar;
import org.redress.deadline.counting.Counting;
import org.redress.deadline.counting.Pause;
import org.redress.deadline.policy.ClockRule;
import org.redress.deadline.policy.Metric;
import org.redress.deadline.policy.PauseReason;
import org.redress.deadline.policy.Target;
import org.redress.deadline.policy.Unit;

/** Each unit against a counter that goes minute by minute, on random calendars around changes of the clocks, with pauses. */
class CountingPropertiesTest {
    @Test
    void elapsedTimeIsWhatAMinuteCounterCounts() {
        timeIsWhatAMinuteCounterCounts(Unit.ELAPSED, 10_000);
    }

    @Test
    void workingTimeIsWhatAMinuteCounterCounts() {
        timeIsWhatAMinuteCounterCounts(Unit.WORKING_TIME, 5_000);
    }

    private static void timeIsWhatAMinuteCounterCounts(Unit unit, int targetAtMost) {
        Seeds.forAll(unit + " is what a minute counter counts", random -> {
            Question question = Question.random(random, targetAtMost);
            int expected = question.reach(unit == Unit.WORKING_TIME, question.target());
            if (expected >= 0) {
                long due = question.counting(rule(unit), question.target() * 60).due();
                assertThat(due).isEqualTo(question.place().seconds(expected));
            }
            return expected >= 0;
        });
    }

    @Test
    void workingTimeIsWhatASecondCounterCounts() {
        Seeds.forAll("working time to the second", random -> {
            Question question = Question.random(random, 1);
            long start = question.place().seconds(question.start()) + random.nextInt(60);
            long from = start + random.nextInt(7_200);
            Pause pause = new Pause(from, from + 1 + random.nextInt(7_200), PauseReason.WAITING_MERCHANT, null);
            int target = random.nextInt(10_000);
            long due = start;
            for (int left = target; left > 0; due++) {
                if (due > start + 43_200) {
                    return false;
                }
                boolean open = question.place().open.get((int) (due / 60 - question.place().origin));
                left -= open && !pause.holds(due) ? 1 : 0;
            }
            Target seconds = new Target(Unit.WORKING_TIME, target);
            Calendar calendar = question.place().calendar;
            assertThat(Counting.of(rule(Unit.WORKING_TIME), seconds, calendar, start, List.of(pause))
                            .due())
                    .isEqualTo(due);
            return true;
        });
    }

    @Test
    void workingDaysAreWhatACounterOfMidnightsCounts() {
        workingDaysAreCounted("working days to midnight", rule(Unit.WORKING_DAYS), false);
    }

    @Test
    void workingDaysToClosingTimeAreWhatACounterOfLastOpenMinutesCounts() {
        workingDaysAreCounted(
                "working days to closing time", rule(Unit.WORKING_DAYS).untilClose(), true);
    }

    private static void workingDaysAreCounted(String name, ClockRule rule, boolean close) {
        Seeds.forAll(name, random -> {
            Question question = Question.random(random, 12);
            int expected = endOfWorkingDays(question, close);
            if (expected >= 0) {
                long due = question.counting(rule, question.target()).due();
                assertThat(due).isEqualTo(question.place().seconds(expected));
            }
            return expected >= 0;
        });
    }

    /** Goes minute by minute; at each local midnight looks at the day gone by. */
    private static int endOfWorkingDays(Question question, boolean close) {
        Place place = question.place();
        long left = question.target();
        int lastOpen = -1;
        for (int minute = question.start(); left > 0; minute++) {
            if (minute + 1 >= place.dateOf.length) {
                return -1;
            }
            lastOpen = place.open.get(minute) ? minute : lastOpen;
            int day = place.dateOf[minute];
            if (place.dateOf[minute + 1] != day && day != place.dateOf[question.start()]) {
                boolean openedToday = lastOpen >= 0 && place.dateOf[lastOpen] == day;
                int last = close && openedToday ? lastOpen : minute;
                left -= place.works(day) && !question.paused().get(last) ? 1 : 0;
                if (left == 0) {
                    return last + 1;
                }
            }
        }
        return question.start();
    }

    @Test
    void naturalDaysAreWhatACounterOfMidnightsCountsWhateverIsPaused() {
        Seeds.forAll("natural days", random -> {
            Question question = Question.random(random, 12);
            boolean rolls = random.nextBoolean();
            int expected = endOfNaturalDays(question, rolls);
            if (expected >= 0) {
                ClockRule rule = rolls
                        ? rule(Unit.NATURAL_DAYS)
                        : rule(Unit.NATURAL_DAYS).withoutRolling();
                long due = question.counting(rule, question.target()).due();
                assertThat(due).isEqualTo(question.place().seconds(expected));
            }
            return expected >= 0;
        });
    }

    private static int endOfNaturalDays(Question question, boolean rolls) {
        Place place = question.place();
        if (question.target() == 0) {
            return question.start();
        }
        long wanted = place.dateOf[question.start()] + question.target();
        for (int minute = question.start(); minute + 1 < place.dateOf.length; minute++) {
            int day = place.dateOf[minute];
            int next = place.dateOf[minute + 1];
            if (next > day && next > wanted && (!rolls || (day >= wanted && place.works(day)))) {
                return minute + 1;
            }
        }
        return -1;
    }

    private static ClockRule rule(Unit unit) {
        return ClockRule.of(Metric.RESOLUTION, new Target(unit, 0));
    }
}
