package org.redress.messaging.parked;

import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/** How much of a record is kept. */
final class Bounds {
    static final int VALUE = 1024 * 1024;
    static final int KEY = 4_096;
    static final int HEADERS = 64;
    static final int HEADER = 8_192;
    static final int REASON = 500;

    private Bounds() {}

    static byte @Nullable [] first(byte @Nullable [] bytes, int most) {
        return bytes == null || bytes.length <= most ? bytes : Arrays.copyOf(bytes, most);
    }

    /** A reason as one short line: it goes into logs and onto pages. */
    static String reason(@Nullable String text) {
        String line = String.valueOf(text).replaceAll("\\p{Cntrl}", " ");
        return line.length() <= REASON ? line : line.substring(0, REASON);
    }
}
