package org.redress.deadline.counting;

import java.util.function.Consumer;
import org.redress.deadline.calendar.Calendar;
import org.redress.deadline.calendar.Stretch;
import org.redress.deadline.calendar.WorkingTime;

/** What counts as time, pauses aside. */
interface Measure {
    /** Every second counts. */
    Measure ELAPSED = new Measure() {
        @Override
        public long between(long from, long to) {
            return Math.max(0, to - from);
        }

        @Override
        public long forward(long from, long seconds) {
            return from + seconds;
        }

        @Override
        public long backward(long to, long seconds) {
            return to - seconds;
        }

        @Override
        public void stretches(long from, long to, Consumer<Stretch> taker) {
            taker.accept(new Stretch(from, to, true, "ELAPSED"));
        }
    };

    /** Only open hours count. */
    static Measure working(Calendar calendar) {
        WorkingTime time = calendar.workingTime();
        return new Measure() {
            @Override
            public long between(long from, long to) {
                return time.between(from, to);
            }

            @Override
            public long forward(long from, long seconds) {
                return time.forward(from, seconds);
            }

            @Override
            public long backward(long to, long seconds) {
                return time.backward(to, seconds);
            }

            @Override
            public void stretches(long from, long to, Consumer<Stretch> taker) {
                time.stretches(from, to, taker);
            }
        };
    }

    /** Seconds that count in {@code [from, to)}. */
    long between(long from, long to);

    /** The earliest moment by which that many seconds counted. */
    long forward(long from, long seconds);

    /** The latest moment since which that many seconds counted. */
    long backward(long to, long seconds);

    /** Every stretch of {@code [from, to)}, in order. */
    void stretches(long from, long to, Consumer<Stretch> taker);
}
