package org.redress.intake.search;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.util.HexFormat;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.redress.intake.complaint.Category;
import org.redress.intake.complaint.ComplaintStatus;
import org.redress.intake.complaint.Severity;

/**
 * What a list is narrowed to; empty or null means any. Of several values one must fit.
 *
 * @param from filed then or later
 * @param to filed before then
 */
record Filter(
        Set<ComplaintStatus> statuses,
        Set<Category> categories,
        Set<Severity> severities,
        @Nullable String number,
        @Nullable String orderNo,
        @Nullable String complainant,
        @Nullable String merchant,
        @Nullable String owner,
        @Nullable Instant from,
        @Nullable Instant to) {
    private static final int LENGTH = 16;

    /** The same for the same filters however they were written, so that a cursor can say which it belongs to. */
    String fingerprint() {
        String plain = Stream.of(
                        names(statuses),
                        names(categories),
                        names(severities),
                        number,
                        orderNo,
                        complainant,
                        merchant,
                        owner,
                        from,
                        to)
                .map(value -> value == null ? "-" : "+" + value)
                .collect(Collectors.joining("\n"));
        try {
            byte[] hash = MessageDigest.getInstance("SHA-256").digest(plain.getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(hash).substring(0, LENGTH);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    private static String names(Set<? extends Enum<?>> values) {
        return values.stream().map(Enum::name).sorted().collect(Collectors.joining(","));
    }
}
