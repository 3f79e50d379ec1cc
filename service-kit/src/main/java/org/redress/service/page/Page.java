package org.redress.service.page;

import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * One page of a list.
 *
 * @param items in the list's order
 * @param next the cursor of the next page; {@code null} on the last one
 */
public record Page<T>(List<T> items, @Nullable String next) {
    /** How many items a page has when the client does not say. */
    public static final int DEFAULT_LIMIT = 20;

    /** How many items a page has at most. */
    public static final int MAX_LIMIT = 100;

    /**
     * Cuts a page from rows that were read with one more than the limit, to know whether there is a next page.
     *
     * @param rows up to {@code limit + 1} items
     * @param cursor the cursor that stands behind an item
     */
    public static <T> Page<T> of(List<T> rows, int limit, Function<T, String> cursor) {
        if (rows.size() <= limit) {
            return new Page<>(List.copyOf(rows), null);
        }
        var items = List.copyOf(rows.subList(0, limit));
        return new Page<>(items, cursor.apply(items.get(limit - 1)));
    }

    /** The same page with each item shown otherwise. */
    public <R> Page<R> map(Function<T, R> show) {
        return new Page<>(items.stream().map(show).toList(), next);
    }
}
