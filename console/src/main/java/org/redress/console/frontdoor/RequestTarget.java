package org.redress.console.frontdoor;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A request target that every server reads alike.
 *
 * <p>A front door that decides by one reading of a path while the service acts on another lets callers reach what they
 * should not. So nothing is normalised here: a target with an empty or a dot segment, a path parameter, a backslash, an
 * encoded dot, slash, semicolon, percent or control character, or in absolute form is no target of ours.
 *
 * @param upstream the service it belongs to
 * @param stream whether it is a live stream, which stays open
 */
record RequestTarget(Upstream upstream, boolean stream) {
    private static final String PLAIN = "[A-Za-z0-9_~!$&'()*+,=:@.-]";
    private static final String ENCODED =
            "%(?:2[0-46-9A-Da-d]|3[0-9AC-Fac-f]|5[0-9ABD-Fabd-f]|7[0-9A-Ea-e]|[4689A-Fa-f][0-9A-Fa-f])";
    private static final String SEGMENT = "(?!\\.{1,2}(?:[/?]|$))(?:" + PLAIN + "|" + ENCODED + ")+";
    private static final Pattern TARGET = Pattern.compile("/api/v1/([a-z]+)((?:/" + SEGMENT + ")*)/?(?:\\?[!$-~]*)?");

    /**
     * Reads a request target.
     *
     * @param target as it came, with its query
     * @return nothing, when it is malformed or no service has it
     */
    static Optional<RequestTarget> of(String target) {
        Matcher parts = TARGET.matcher(target);
        if (!parts.matches()) {
            return Optional.empty();
        }
        boolean stream = parts.group(2).endsWith("/stream");
        return Upstream.owning(parts.group(1)).map(upstream -> new RequestTarget(upstream, stream));
    }
}
