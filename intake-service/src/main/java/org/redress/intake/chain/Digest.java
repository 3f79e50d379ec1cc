package org.redress.intake.chain;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.regex.Pattern;

/**
 * A SHA-256.
 *
 * @param hex 64 lower-case hexadecimal digits
 */
public record Digest(String hex) {
    private static final Pattern HEX = Pattern.compile("[0-9a-f]{64}");

    /** What stands for the predecessor of the first in a chain: 64 zeros. */
    public static final Digest NONE = new Digest("0".repeat(64));

    /** Checks its form. */
    public Digest {
        if (!HEX.matcher(hex).matches()) {
            throw new IllegalArgumentException("not a SHA-256: " + hex);
        }
    }

    /** The digest that these 32 bytes are. */
    public static Digest of(byte[] bytes) {
        return new Digest(HexFormat.of().formatHex(bytes));
    }

    /** The SHA-256 of these bytes, one after the other. */
    static Digest over(byte[]... parts) {
        MessageDigest sha256 = sha256();
        for (byte[] part : parts) {
            sha256.update(part);
        }
        return of(sha256.digest());
    }

    /** The SHA-256 of a text in UTF-8. */
    static Digest over(String text) {
        return over(text.getBytes(StandardCharsets.UTF_8));
    }

    /** Its 32 bytes. */
    public byte[] bytes() {
        return HexFormat.of().parseHex(hex);
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every JDK has it", e);
        }
    }

    @Override
    public String toString() {
        return hex;
    }
}
