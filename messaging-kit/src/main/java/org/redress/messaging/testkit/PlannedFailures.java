package org.redress.messaging.testkit;

import java.util.EnumMap;
import java.util.Map;
import org.redress.messaging.inbox.FailurePoints;

/**
 * Fails a reader where the test says. A service's test puts it in as a bean by a subclass of its own that is annotated with
 * {@code @Singleton}; without such a bean nothing ever fails. Thread-safe.
 */
public class PlannedFailures implements FailurePoints {
    private final Map<Point, Integer> planned = new EnumMap<>(Point.class);
    private int failed;

    /** What is thrown at a planned point. */
    public static final class PlannedException extends RuntimeException {
        private static final long serialVersionUID = 1L;

        PlannedException(Point point) {
            super("planned: " + point);
        }
    }

    /** Fails the next so many times at this point. */
    public final synchronized void failAt(Point point, int times) {
        planned.put(point, times);
    }

    /** How often it has failed so far. */
    public final synchronized int failed() {
        return failed;
    }

    @Override
    public final synchronized void reached(Point point) {
        int left = planned.getOrDefault(point, 0);
        if (left > 0) {
            planned.put(point, left - 1);
            failed++;
            throw new PlannedException(point);
        }
    }
}
