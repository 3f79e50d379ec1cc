package org.redress.sla.storage;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.UUID;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Reads and binds values; instants go as {@code timestamptz} in UTC, whatever the JVM's zone. */
public final class Columns {
    private Columns() {}

    /** The instant in a column that is not null. */
    public static Instant instant(ResultSet row, String column) throws SQLException {
        return row.getObject(column, OffsetDateTime.class).toInstant();
    }

    /** The instant in a column that may be null. */
    public static @Nullable Instant instantOrNull(ResultSet row, String column) throws SQLException {
        var value = row.getObject(column, OffsetDateTime.class);
        return value == null ? null : value.toInstant();
    }

    /** The id in a column that is not null. */
    public static UUID id(ResultSet row, String column) throws SQLException {
        return row.getObject(column, UUID.class);
    }

    /** The number in a column that may be null. */
    public static @Nullable Integer integerOrNull(ResultSet row, String column) throws SQLException {
        int value = row.getInt(column);
        return row.wasNull() ? null : value;
    }

    /** An instant as a parameter. */
    public static @Nullable OffsetDateTime timestamp(@Nullable Instant instant) {
        return instant == null ? null : instant.atOffset(ZoneOffset.UTC);
    }

    /** An instant as one of a parameter's array, to be cast to {@code timestamptz[]}. */
    public static @Nullable String text(@Nullable Instant instant) {
        return instant == null ? null : instant.toString();
    }

    /** One value of each row, for a parameter that is an array; in the order of the rows, null where a row has none. */
    public static <T, V extends @Nullable Object> List<V> of(Collection<T> rows, Function<T, V> value) {
        // Not toList(), which takes no null.
        var column = new ArrayList<V>(rows.size());
        rows.forEach(row -> column.add(value.apply(row)));
        return column;
    }
}
