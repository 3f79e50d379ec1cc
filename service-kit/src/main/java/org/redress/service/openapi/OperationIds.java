package org.redress.service.openapi;

import java.util.Locale;

/**
 * Names operations after method and address, never after a class: {@code POST /api/v1/complaints/{id}/appeals} is
 * {@code postComplaintsAppeals}, {@code GET /api/v1/complaints/{id}} is {@code getComplaintsById}.
 */
final class OperationIds {
    private static final String ROOT = "/api/v1/";

    private OperationIds() {}

    static String of(String verb, String path) {
        var name = new StringBuilder(verb.toLowerCase(Locale.ROOT));
        String[] segments = (path.startsWith(ROOT) ? path.substring(ROOT.length()) : path).split("/", -1);
        for (int i = 0; i < segments.length; i++) {
            boolean parameter = segments[i].startsWith("{");
            if (!parameter) {
                words(name, segments[i]);
            } else if (i == segments.length - 1) {
                words(name.append("By"), segments[i].substring(1, segments[i].length() - 1));
            }
        }
        return name.toString();
    }

    private static void words(StringBuilder name, String segment) {
        for (String word : segment.split("[^A-Za-z0-9]+", -1)) {
            if (!word.isEmpty()) {
                name.append(word.substring(0, 1).toUpperCase(Locale.ROOT)).append(word.substring(1));
            }
        }
    }
}
