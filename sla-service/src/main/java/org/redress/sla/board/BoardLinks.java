package org.redress.sla.board;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Addresses of the lists behind the figures of a filtered board. */
final class BoardLinks {
    private static final String CASES = "/api/v1/sla/board/cases";

    private final Map<String, String> asked = new TreeMap<>();

    BoardLinks(BoardFilter filter) {
        asked.putAll(filter.equal());
        if (!filter.states().isEmpty()) {
            asked.put("state", filter.states().stream().sorted().map(Enum::name).collect(Collectors.joining(",")));
        }
        if (filter.dueBefore() != null) {
            asked.put("dueBefore", filter.dueBefore().toString());
        }
        if (filter.dueWithin() != null) {
            asked.put("dueWithin", filter.dueWithin().toString());
        }
    }

    /** Everything the board shows. */
    String all() {
        return address(asked);
    }

    /** What stands so, of all or of one value of a group. */
    String standing(@Nullable BoardGroup group, @Nullable String value, @Nullable BoardState state) {
        var query = new TreeMap<>(asked);
        if (group != null) {
            query.put(group.parameter(), value == null ? BoardFilter.NONE : value);
        }
        if (state != null) {
            query.put("state", state.name());
        }
        return address(query);
    }

    /** What falls due within a time. */
    String due(Duration within) {
        var query = new TreeMap<>(asked);
        query.put("dueWithin", within.toString());
        return address(query);
    }

    private static String address(Map<String, String> query) {
        return query.isEmpty()
                ? CASES
                : query.entrySet().stream()
                        .map(entry ->
                                entry.getKey() + "=" + URLEncoder.encode(entry.getValue(), StandardCharsets.UTF_8))
                        .collect(Collectors.joining("&", CASES + "?", ""));
    }
}
