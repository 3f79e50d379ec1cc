package org.redress.deadline.policy;

/**
 * Something to happen at a time of a clock.
 *
 * @param to the name of an {@link Addressee}: who is told or takes over; the engine passes it on
 */
public record Level(LevelTime at, LevelKind kind, String to) {

    /** Who is told of a breach that the policy says nothing about. */
    static final String DEFAULT_RECIPIENT = "SUPERVISOR";

    /** Who is told of a lapse that the policy says nothing about. */
    static final String DEFAULT_WINDOW_RECIPIENT = "COMPLAINANT";

    /** A level at a time written like {@code 80%} or {@code +PT4H}. */
    public static Level at(String at, LevelKind kind, String to) {
        return new Level(LevelTime.parse(at), kind, to);
    }

    /** The level that exists at due even if a policy lists none. */
    static Level atDueOf(Metric metric) {
        return new Level(
                LevelTime.DUE, metric.dueKind(), metric.isWindow() ? DEFAULT_WINDOW_RECIPIENT : DEFAULT_RECIPIENT);
    }
}
