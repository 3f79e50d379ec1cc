package org.redress.service.idempotency;

import java.util.UUID;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** One spelling for all that the framework takes for the same address. */
final class CanonicalPath {
    private static final Pattern ID = Pattern.compile("[0-9a-fA-F]+(-[0-9a-fA-F]+){4}");
    private static final int LONGEST_ID = 36;

    private CanonicalPath() {}

    /**
     * The path without empty segments and matrix parameters, ids in lower case.
     *
     * @param normalized without dots and needless escapes
     */
    static String of(String normalized) {
        return Stream.of(normalized.split("/", -1))
                .map(segment -> segment.replaceFirst(";.*", ""))
                .filter(segment -> !segment.isEmpty())
                .map(CanonicalPath::segment)
                .collect(Collectors.joining("/", "/", ""));
    }

    private static String segment(String segment) {
        return segment.length() <= LONGEST_ID && ID.matcher(segment).matches()
                ? UUID.fromString(segment).toString()
                : segment;
    }
}
