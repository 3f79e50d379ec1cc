package org.redress.system.deadlines;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Random;
import org.redress.deadline.complaint.Severity;

/**
 * What may happen within fifty milliseconds of a due time, before or after it, drawn to the millisecond. A normal complaint's
 * clocks run for {@link #NORMAL}, an urgent one's for {@link #URGENT}.
 */
enum Race {
    /** Answered: one clock is met, the other breached. */
    ANSWERED {
        @Override
        void tell(Story story, Around due) {
            story.responded(due.draw());
        }
    },
    /** Decided: both are met. */
    DECIDED {
        @Override
        void tell(Story story, Around due) {
            story.decided(due.draw());
        }
    },
    /** Paused, for longer than anyone watches. */
    PAUSED {
        @Override
        void tell(Story story, Around due) {
            Instant at = due.draw();
            story.materialsRequested(at, at.plus(LONG));
        }
    },
    /** Paused in good time and resumed around the old due time; decided around the new one. */
    RESUMED {
        @Override
        void tell(Story story, Around due) {
            Instant paused = due.at().minusSeconds(1);
            story.materialsRequested(paused, paused.plus(LONG))
                    .materialsSupplemented(due.draw())
                    .decided(due.later(Duration.ofSeconds(1)).draw());
        }
    },
    /** Decided and reopened at once. */
    REOPENED {
        @Override
        void tell(Story story, Around due) {
            Instant decided = due.draw();
            Instant reopened = due.draw();
            story.decided(decided).reopened(reopened.isAfter(decided) ? reopened : decided.plusMillis(1));
        }
    },
    /** Raised: what would be due long ago, unless it was overdue already. */
    RAISED {
        @Override
        void tell(Story story, Around due) {
            story.severityChanged(Severity.URGENT, due.draw());
        }
    },
    /** Raised early on and lowered around the urgent due time; half of them are answered around the normal one. */
    LOWERED {
        @Override
        void tell(Story story, Around due) {
            Around urgent = due.later(URGENT.minus(NORMAL));
            story.severityChanged(Severity.URGENT, urgent.at().minusSeconds(3))
                    .severityChanged(Severity.NORMAL, urgent.draw());
            if (due.half()) {
                story.responded(due.draw());
            }
        }
    },
    /** Answered and raised, in any order. */
    ANSWERED_AND_RAISED {
        @Override
        void tell(Story story, Around due) {
            story.responded(due.draw()).severityChanged(Severity.URGENT, due.draw());
        }
    };

    static final List<Race> ALL = List.of(values());
    static final Duration NORMAL = Duration.ofSeconds(8);
    static final Duration URGENT = Duration.ofSeconds(4);
    private static final Duration LONG = Duration.ofMinutes(30);

    /** Moments around a due time. */
    record Around(Instant at, Random random) {
        private static final int MILLIS = 50;

        Instant draw() {
            return at.plusMillis(random.nextInt(2 * MILLIS + 1) - MILLIS);
        }

        Around later(Duration by) {
            return new Around(at.plus(by), random);
        }

        boolean half() {
            return random.nextBoolean();
        }
    }

    /** Adds to a filed story what happens to it around the due time of a normal complaint. */
    abstract void tell(Story story, Around due);

    /** A story that begins in that second. */
    Story story(String platform, Instant second, Random random) {
        var story = new Story(platform).filed(second.plusMillis(random.nextInt(1000)));
        tell(story, new Around(second.plus(NORMAL), random));
        return story;
    }

    /** The rules that these stories need. */
    static String rules() {
        return rules("FIRST_RESPONSE") + "," + rules("RESOLUTION");
    }

    private static String rules(String metric) {
        return """
                {"metric": "%1$s", "when": {"severity": ["URGENT"]}, "target": "%2$s", "unit": "ELAPSED",
                 "pauseOn": ["WAITING_COMPLAINANT"], "pauseCap": "PT72H"},
                {"metric": "%1$s", "when": "ALWAYS", "target": "%3$s", "unit": "ELAPSED",
                 "pauseOn": ["WAITING_COMPLAINANT"], "pauseCap": "PT72H"}""".formatted(metric, URGENT, NORMAL);
    }
}
