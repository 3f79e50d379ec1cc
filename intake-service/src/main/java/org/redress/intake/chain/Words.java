package org.redress.intake.chain;

import java.security.SecureRandom;
import java.util.HexFormat;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What was said with an act, or in the complaint itself. The words stay in the record; their hash stands on the timeline, in {@code data.words} of the act's
 * entry, so that they cannot be changed without its showing.
 *
 * @param salt 32 hexadecimal digits, drawn for these words: keeps the hash from telling what it is of
 * @param facts what a decision found, or what is new with an appeal, apart from the reasons
 */
public record Words(
        String salt, @Nullable String text, @Nullable String facts) {
    /** Where the hash stands in an entry's data. */
    public static final String FIELD = "words";

    private static final SecureRandom RANDOM = new SecureRandom();

    /** Words that are said now. */
    public static Words said(@Nullable String text, @Nullable String facts) {
        var salt = new byte[16];
        RANDOM.nextBytes(salt);
        return new Words(HexFormat.of().formatHex(salt), text, facts);
    }

    /** What stands on the timeline. */
    public Digest digest() {
        byte[] canonical = CanonicalJson.object(Map.of(
                "facts", CanonicalJson.quoted(facts),
                "salt", CanonicalJson.quoted(salt),
                "text", CanonicalJson.quoted(text)));
        return Digest.over(CanonicalJson.message("redress/timeline-words/v1", canonical));
    }
}
