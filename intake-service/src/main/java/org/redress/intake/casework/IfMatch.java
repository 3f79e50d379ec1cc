package org.redress.intake.casework;

import java.util.Arrays;

/**
 * The {@code If-Match} header of a command. A complaint's ETag is the case's version, a dot, and the representation's. A command is
 * for a case: only the first counts, so that a clock that started in between outdates nothing that was decided upon.
 */
final class IfMatch {
    private IfMatch() {}

    /** Whether the header names this version of the case, or any. */
    static boolean accepts(String header, long version) {
        return Arrays.stream(header.split(","))
                .map(String::strip)
                .anyMatch(one -> one.equals("*") || names(one, version));
    }

    private static boolean names(String tag, long version) {
        return tag.equals("\"" + version + "\"") || (tag.startsWith("\"" + version + ".") && tag.endsWith("\""));
    }
}
