package org.redress.intake.platform;

import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;

/** The times that profiles name: what they may be, and how they are read. Pure and thread safe. */
public final class Period {
    /** An ISO-8601 duration of whole days, hours or minutes. */
    static final String FORM = "P([0-9]{1,4}D|T[0-9]{1,5}[HM])";

    /** The shortest and the longest that a time may be; a rule of nothing or of decades is a slip. */
    static final String SHORTEST = "PT1M";

    static final String LONGEST = "P365D";

    private Period() {}

    /** How long it is; what was kept before there were bounds counts as the nearest bound. */
    public static Duration of(String written) {
        return nearest(Duration.parse(written));
    }

    /** How many days it is; what is not whole days is rounded up, and never to none. */
    public static int days(String written) {
        Duration length = of(written);
        return Math.toIntExact(length.plusDays(1).minusNanos(1).toDays());
    }

    private static Duration nearest(Duration length) {
        List<Duration> inOrder = Stream.of(Duration.parse(SHORTEST), length, Duration.parse(LONGEST))
                .sorted()
                .toList();
        return inOrder.get(1);
    }
}
