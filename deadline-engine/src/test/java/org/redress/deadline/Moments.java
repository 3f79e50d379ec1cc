package org.redress.deadline;

import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;

/** Times as sla.md writes them, also with {@code 24:00}. */
public final class Moments {
    private Moments() {}

    /** The instant of an ISO-8601 time with offset; {@code 24:00} is the next day's {@code 00:00}. */
    public static Instant at(String text) {
        int midnight = text.indexOf("T24:00");
        if (midnight < 0) {
            return OffsetDateTime.parse(text).toInstant();
        }
        return OffsetDateTime.parse(text.replace("T24:00", "T00:00"))
                .plusDays(1)
                .toInstant();
    }

    /** The same as clocks in China show it. */
    public static String inChina(Instant moment) {
        return moment.atOffset(ZoneOffset.ofHours(8)).toString();
    }
}
