package org.redress.intake.filestore;

import java.io.IOException;
import java.io.InputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.regex.Pattern;

/**
 * The SHA-256 of some content, and thereby the name of the file that has it.
 *
 * @param hex 64 lower-case hexadecimal digits; anything else is an {@link IllegalArgumentException}, so that no value of
 *     this type can lead out of the store's directory
 */
public record Sha256(String hex) {
    private static final Pattern FORM = Pattern.compile("[0-9a-f]{64}");

    public Sha256 {
        if (!isForm(hex)) {
            throw new IllegalArgumentException("no SHA-256 in lower-case hexadecimal");
        }
    }

    /** The hash of a whole stream, which is read to its end and not closed. */
    public static Sha256 of(InputStream content) throws IOException {
        MessageDigest digest = newDigest();
        byte[] buffer = new byte[64 * 1024];
        for (int read = content.read(buffer); read >= 0; read = content.read(buffer)) {
            digest.update(buffer, 0, read);
        }
        return of(digest);
    }

    static boolean isForm(String text) {
        return FORM.matcher(text).matches();
    }

    static MessageDigest newDigest() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }

    static Sha256 of(MessageDigest complete) {
        return new Sha256(HexFormat.of().formatHex(complete.digest()));
    }

    @Override
    public String toString() {
        return hex;
    }
}
