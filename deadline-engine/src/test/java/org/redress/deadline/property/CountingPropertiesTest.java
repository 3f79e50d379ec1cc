package org.redress.deadline.property;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.redress.deadline.counting.Counting;
import org.redress.deadline.counting.Pause;
import org.redress.deadline.counting.Segment;
import org.redress.deadline.policy.ClockRule;
import org.redress.deadline.policy.LevelTime;
import org.redress.deadline.policy.Metric;
import org.redress.deadline.policy.PauseReason;
import org.redress.deadline.policy.Target;
import org.redress.deadline.policy.Unit;

/** Each unit against a counter that goes minute by minute, on random calendars around changes of the clocks, with pauses. */
class CountingPropertiesTest {
    private static final int PLACES = 100;
    private static final List<Place> SOME = places();

    private static List<Place> places() {
        List<Place> places = new ArrayList<>();
        for (int i = 0; i < PLACES; i++) {
            places.add(Place.random(new Random(4711 + i)));
        }
        return places;
    }

    /** One random question, in minutes from a place's origin. */
    private record Question(Place place, int start, long target, BitSet paused, List<Pause> pauses) {
        static Question random(Random random, int targetAtMost) {
            Place place = SOME.get(random.nextInt(PLACES));
            int start = 1440 + random.nextInt(1440 * 8);
            BitSet paused = new BitSet();
            List<Pause> pauses = new ArrayList<>();
            int cursor = start + random.nextInt(600);
            for (int i = random.nextInt(4); i > 0; i--) {
                int end = cursor + 1 + random.nextInt(random.nextBoolean() ? 120 : 2880);
                paused.set(cursor, end);
                pauses.add(new Pause(place.seconds(cursor), place.seconds(end), PauseReason.WAITING_MERCHANT, null));
                cursor = end + random.nextInt(1500);
            }
            return new Question(place, start, random.nextInt(targetAtMost), paused, pauses);
        }

        Question times(int factor) {
            return new Question(place, start, target * factor, paused, pauses);
        }

        Counting counting(ClockRule rule, long amount) {
            Target target = new Target(rule.unit(), amount);
            return Counting.of(rule, target, place.calendar, place.seconds(start), pauses);
        }

        /** The minute by which so many minutes counted, or -1 if the noted weeks hold less. */
        int reach(boolean onlyOpen, long minutes) {
            long left = minutes;
            int minute = start;
            while (left > 0) {
                if (minute >= place.dateOf.length) {
                    return -1;
                }
                left -= counts(onlyOpen, minute++) ? 1 : 0;
            }
            return minute;
        }

        boolean counts(boolean onlyOpen, int minute) {
            return (!onlyOpen || place.open.get(minute)) && !paused.get(minute);
        }
    }

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

    @Test
    void levelsLieWhereAMinuteCounterFindsThem() {
        Seeds.forAll("levels", random -> {
            boolean working = random.nextBoolean();
            Question question = Question.random(random, 200).times(20);
            int dueMinute = question.reach(working, question.target());
            if (dueMinute < 0) {
                return false;
            }
            Counting counting =
                    question.counting(rule(working ? Unit.WORKING_TIME : Unit.ELAPSED), question.target() * 60);
            int percent = 5 * random.nextInt(20);
            long share = counting.at(LevelTime.parse(percent + "%"), counting.due());
            int expectedShare = question.reach(working, question.target() * percent / 100);
            assertThat(share).as("%d%%", percent).isEqualTo(question.place().seconds(expectedShare));
            int before = random.nextInt((int) question.target() + 60);
            long early = counting.at(LevelTime.parse("-PT" + before + "M"), counting.due());
            int expectedEarly = back(question, working, dueMinute, before);
            assertThat(early).as("-PT%dM", before).isEqualTo(question.place().seconds(expectedEarly));
            return true;
        });
    }

    private static int back(Question question, boolean working, int due, int minutes) {
        int left = minutes;
        int minute = due;
        while (left > 0 && minute > question.start()) {
            left -= question.counts(working, --minute) ? 1 : 0;
        }
        return left > 0 ? question.start() : minute;
    }

    @Test
    void segmentsFollowEachOtherAndWhatCountsAddsUpToTheTarget() {
        Seeds.forAll("segments", random -> {
            Unit unit = random.nextBoolean() ? Unit.WORKING_TIME : Unit.ELAPSED;
            Question question = Question.random(random, 3_000);
            if (question.reach(unit == Unit.WORKING_TIME, question.target()) < 0) {
                return false;
            }
            Counting counting = question.counting(rule(unit), question.target() * 60);
            long cursor = question.place().seconds(question.start());
            long counted = 0;
            for (Segment segment : counting.segments(counting.due())) {
                assertThat(segment.from().getEpochSecond()).isEqualTo(cursor);
                assertThat(segment.to()).isAfter(segment.from());
                cursor = segment.to().getEpochSecond();
                counted += segment.counts() ? cursor - segment.from().getEpochSecond() : 0;
            }
            assertThat(cursor).isEqualTo(counting.due());
            assertThat(counted).isEqualTo(question.target() * 60);
            return true;
        });
    }

    private static ClockRule rule(Unit unit) {
        return ClockRule.of(Metric.RESOLUTION, new Target(unit, 0));
    }
}
