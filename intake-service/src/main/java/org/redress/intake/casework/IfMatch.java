package org.redress.intake.casework;

import java.util.Arrays;

/** The {@code If-Match} header: strong comparison, as RFC 9110 asks for. */
final class IfMatch {
    private IfMatch() {}

    /** Whether the header names this version, or any. */
    static boolean accepts(String header, long version) {
        String tag = "\"" + version + "\"";
        return Arrays.stream(header.split(",")).map(String::strip).anyMatch(one -> one.equals("*") || one.equals(tag));
    }
}
