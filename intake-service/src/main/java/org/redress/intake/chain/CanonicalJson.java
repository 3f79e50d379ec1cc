package org.redress.intake.chain;

import com.fasterxml.jackson.core.io.JsonStringEncoder;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import org.erdtman.jcs.JsonCanonicalizer;
import org.jspecify.annotations.Nullable;

/** JSON in the one form that RFC 8785 (JCS) gives it, so that everybody who hashes the same values gets the same hash. */
public final class CanonicalJson {
    private CanonicalJson() {}

    /**
     * An object or array in canonical form, as UTF-8. Numbers are read as IEEE 754 doubles, as the RFC has it.
     *
     * @throws IllegalArgumentException if the text is not JSON
     */
    public static byte[] of(String json) {
        try {
            return new JsonCanonicalizer(json).getEncodedUTF8();
        } catch (IOException e) {
            throw new IllegalArgumentException("not JSON", e);
        }
    }

    /**
     * The object with these members in canonical form.
     *
     * @param members JSON texts by name
     */
    static byte[] object(Map<String, String> members) {
        var text = new StringBuilder("{");
        members.forEach((name, value) -> {
            text.append(text.length() == 1 ? "" : ",");
            text.append(quoted(name)).append(':').append(value);
        });
        return of(text.append('}').toString());
    }

    /** A string as JSON text, {@code null} for none. */
    static String quoted(@Nullable Object value) {
        return value == null
                ? "null"
                : '"' + new String(JsonStringEncoder.getInstance().quoteAsString(value.toString())) + '"';
    }

    /** What is hashed or signed: a line that says what it is, then the canonical JSON. */
    static byte[] message(String domain, byte[] canonical) {
        byte[] prefix = (domain + "\n").getBytes(StandardCharsets.US_ASCII);
        var message = new byte[prefix.length + canonical.length];
        System.arraycopy(prefix, 0, message, 0, prefix.length);
        System.arraycopy(canonical, 0, message, prefix.length, canonical.length);
        return message;
    }
}
