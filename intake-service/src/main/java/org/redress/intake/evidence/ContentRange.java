package org.redress.intake.evidence;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * The part of a file that a {@code Range} header asks for (RFC 9110, 14.2).
 *
 * @param first the first byte, from 0
 * @param last the last byte; before {@code first} if no byte of the range exists
 */
record ContentRange(long first, long last) {
    private static final Pattern ONE = Pattern.compile("bytes=(\\d{0,18})-(\\d{0,18})");

    /** One range of a file; nothing, if the header asks for none, for several or for what is no range: the whole file. */
    static Optional<ContentRange> of(@Nullable String header, long size) {
        Matcher range = ONE.matcher(header == null ? "" : header.strip());
        if (!range.matches()) {
            return Optional.empty();
        }
        String from = range.group(1);
        String to = range.group(2);
        if (from.isEmpty()) {
            return to.isEmpty()
                    ? Optional.empty()
                    : Optional.of(new ContentRange(Math.max(0, size - Long.parseLong(to)), size - 1));
        }
        long first = Long.parseLong(from);
        long last = to.isEmpty() ? size - 1 : Long.parseLong(to);
        boolean backwards = !to.isEmpty() && last < first;
        return backwards ? Optional.empty() : Optional.of(new ContentRange(first, Math.min(last, size - 1)));
    }

    /** Whether the file has any byte of it. */
    boolean isSatisfiable() {
        return first <= last;
    }

    /** How many bytes it has. */
    long length() {
        return last - first + 1;
    }
}
