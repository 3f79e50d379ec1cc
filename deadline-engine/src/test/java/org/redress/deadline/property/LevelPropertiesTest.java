package org.redress.deadline.property;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.redress.deadline.counting.Counting;
import org.redress.deadline.counting.Segment;
import org.redress.deadline.policy.ClockRule;
import org.redress.deadline.policy.LevelTime;
import org.redress.deadline.policy.Metric;
import org.redress.deadline.policy.Target;
import org.redress.deadline.policy.Unit;

/** Levels and explanations against a counter that goes minute by minute. */
class LevelPropertiesTest {
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
