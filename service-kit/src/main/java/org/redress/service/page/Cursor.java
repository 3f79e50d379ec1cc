package org.redress.service.page;

import java.net.URLDecoder;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.HashMap;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.redress.service.problem.FieldError;
import org.redress.service.problem.ProblemException;

/** Opaque places in a list, as clients hand them back. They hold no secret and grant nothing. Thread-safe. */
public final class Cursor {
    private static final int MAX_LENGTH = 1024;

    private Cursor() {}

    /** Writes the values that say where a page begins. */
    public static String of(Map<String, String> values) {
        String plain = new TreeMap<>(values)
                .entrySet().stream()
                        .map(entry ->
                                entry.getKey() + "=" + URLEncoder.encode(entry.getValue(), StandardCharsets.UTF_8))
                        .collect(Collectors.joining("&"));
        return Base64.getUrlEncoder().withoutPadding().encodeToString(plain.getBytes(StandardCharsets.UTF_8));
    }

    /**
     * Reads a cursor.
     *
     * @param cursor what a client sent; {@code null} or empty: the first page, no values
     * @throws ProblemException 422 when it is none of ours
     */
    public static Map<String, String> parse(@Nullable String cursor) {
        if (cursor == null || cursor.isEmpty()) {
            return Map.of();
        }
        try {
            if (cursor.length() > MAX_LENGTH) {
                throw new IllegalArgumentException("too long");
            }
            return values(new String(Base64.getUrlDecoder().decode(cursor), StandardCharsets.UTF_8));
        } catch (IllegalArgumentException e) {
            throw refused();
        }
    }

    /** Whether a client asks for the first page. */
    public static boolean isFirst(@Nullable String cursor) {
        return cursor == null || cursor.isEmpty();
    }

    /** The refusal of a cursor that is none of ours, also for values that do not fit. */
    public static ProblemException refused() {
        return ProblemException.invalid(
                new FieldError("/cursor", "cursor", "the value of next from the page before, unchanged"));
    }

    private static Map<String, String> values(String plain) {
        var values = new HashMap<String, String>();
        for (String pair : plain.split("&")) {
            int equals = pair.indexOf('=');
            if (equals < 1) {
                throw new IllegalArgumentException("no pair");
            }
            String value = URLDecoder.decode(pair.substring(equals + 1), StandardCharsets.UTF_8);
            if (value.indexOf('\0') >= 0) {
                throw new IllegalArgumentException("NUL");
            }
            values.put(pair.substring(0, equals), value);
        }
        return values;
    }
}
