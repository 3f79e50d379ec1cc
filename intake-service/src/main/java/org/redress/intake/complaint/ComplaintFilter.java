package org.redress.intake.complaint;

import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What a list is narrowed to; null means "any". */
public record ComplaintFilter(
        @Nullable ComplaintStatus status,
        @Nullable Severity severity,
        @Nullable Category category,
        @Nullable String orderNo,
        @Nullable String owner) {

    /** The values asked for, by column expression. The expressions are constants, the values become parameters. */
    Map<String, String> byColumn() {
        Map<String, String> columns = new LinkedHashMap<>();
        put(columns, "c.status", status == null ? null : status.name());
        put(columns, "c.severity", severity == null ? null : severity.name());
        put(columns, "coalesce(c.category, c.filed_category)", category == null ? null : category.name());
        put(columns, "c.order_no", orderNo);
        put(columns, "c.owner", owner);
        return columns;
    }

    private static void put(Map<String, String> columns, String column, @Nullable String value) {
        if (value != null) {
            columns.put(column, value);
        }
    }
}
