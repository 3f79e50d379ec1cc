package org.redress.launcher.simulator;

import java.net.URI;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * What a request is about, decoded.
 *
 * @param path the segments; a slash that was sent encoded is part of its segment
 * @param parameters of the query, the last one of each name
 */
record RequestTarget(List<String> path, Map<String, String> parameters) {
    static RequestTarget of(URI uri) {
        List<String> path = Arrays.stream(uri.getRawPath().substring(1).split("/", -1))
                .map(segment -> decoded(segment.replace("+", "%2B")))
                .toList();
        Map<String, String> parameters = new LinkedHashMap<>();
        if (uri.getRawQuery() != null) {
            for (String pair : uri.getRawQuery().split("&")) {
                int equals = pair.indexOf('=');
                if (equals > 0) {
                    parameters.put(decoded(pair.substring(0, equals)), decoded(pair.substring(equals + 1)));
                }
            }
        }
        return new RequestTarget(path, Map.copyOf(parameters));
    }

    private static String decoded(String text) {
        return URLDecoder.decode(text, StandardCharsets.UTF_8);
    }
}
