package org.redress.benchmarks.intake;

import com.github.f4b6a3.uuid.UuidCreator;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * The rows that one filing left, in whatever tables, as one insert a table: read from the database, so that the limit writes
 * what the service writes, neither more nor less. Ids, number and key are new in each copy; what the database gives by a
 * default of its own (times, sequences, transaction ids) it gives here, too. Immutable.
 */
final class SameRows {
    /** The complaint first: the other tables refer to it. */
    private static final String TABLES = """
            select table_name from information_schema.tables
             where table_schema = 'public' and table_type = 'BASE TABLE' and table_name <> 'flyway_schema_history'
             order by table_name <> 'complaint', table_name""";

    private static final String COLUMNS = """
            select column_name from information_schema.columns
             where table_schema = 'public' and table_name = ? and is_identity = 'NO' and is_generated = 'NEVER'
               and coalesce(column_default, '') not like '%(%'
             order by ordinal_position""";

    private static final String OWNERS = """
            select column_name from information_schema.columns
             where table_schema = 'public' and table_name = ? and column_name in ('id', 'complaint_id', 'aggregate_id', 'key')""";

    private final Identity original;
    private final List<Insert> inserts;

    private SameRows(Identity original, List<Insert> inserts) {
        this.original = original;
        this.inserts = inserts;
    }

    /** What tells one filing from another. */
    record Identity(UUID complaint, String number, String key) {}

    /** One statement and its values, row by row. */
    private record Insert(String table, String sql, List<@Nullable Object> values) {}

    /** What this filing left. */
    static SameRows of(Connection connection, Identity filing) throws SQLException {
        var inserts = new ArrayList<Insert>();
        for (String table : names(connection, TABLES)) {
            List<String> owners = names(connection, OWNERS, table);
            if (!owners.isEmpty()) {
                read(connection, table, owners, filing, inserts);
            }
        }
        return new SameRows(filing, inserts);
    }

    /** Where the rows are, and how many. */
    String tables() {
        return inserts.stream().map(Insert::table).collect(Collectors.joining(", "));
    }

    /** A statement for each table. */
    List<PreparedStatement> prepare(Connection connection) throws SQLException {
        var statements = new ArrayList<PreparedStatement>();
        for (Insert insert : inserts) {
            statements.add(connection.prepareStatement(insert.sql()));
        }
        return statements;
    }

    /** All statements as one, which the driver sends in one go. */
    PreparedStatement prepareAsOne(Connection connection) throws SQLException {
        return connection.prepareStatement(inserts.stream().map(Insert::sql).collect(Collectors.joining("; ")));
    }

    /** The values of a new copy, table by table. */
    List<List<@Nullable Object>> copy() {
        UUID id = UuidCreator.getTimeOrderedEpoch();
        String number = "BM" + id.toString().replace("-", "");
        Map<Object, Object> own = Map.of(
                original.complaint(),
                id,
                original.complaint().toString(),
                id.toString(),
                original.number(),
                number,
                original.key(),
                UUID.randomUUID().toString());
        return inserts.stream()
                .map(insert ->
                        insert.values().stream().map(value -> fresh(value, own)).collect(Collectors.toList()))
                .toList();
    }

    private static @Nullable Object fresh(@Nullable Object value, Map<Object, Object> own) {
        if (value == null) {
            return null;
        }
        Object replaced = own.get(value);
        if (replaced != null) {
            return replaced;
        }
        return value instanceof UUID ? UuidCreator.getTimeOrderedEpoch() : value;
    }

    private static void read(
            Connection connection, String table, List<String> owners, Identity filing, List<Insert> inserts)
            throws SQLException {
        List<String> columns = names(connection, COLUMNS, table);
        String condition = owners.stream()
                .map(owner -> "cast(" + owner + " as text) in ('" + filing.complaint() + "', '" + filing.key() + "')")
                .collect(Collectors.joining(" or "));
        var values = new ArrayList<@Nullable Object>();
        int rows = 0;
        try (var statement = connection.createStatement();
                ResultSet found = statement.executeQuery(
                        "select " + String.join(", ", columns) + " from " + table + " where " + condition)) {
            for (; found.next(); rows++) {
                for (int i = 1; i <= columns.size(); i++) {
                    values.add(found.getObject(i));
                }
            }
        }
        if (rows > 0) {
            inserts.add(new Insert(table, sql(table, columns, rows), values));
        }
    }

    private static String sql(String table, List<String> columns, int rows) {
        String row = columns.stream().map(column -> "?").collect(Collectors.joining(", ", "(", ")"));
        return "insert into " + table + " (" + String.join(", ", columns) + ") values "
                + String.join(", ", java.util.Collections.nCopies(rows, row));
    }

    private static List<String> names(Connection connection, String sql, String... parameters) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(sql)) {
            for (int i = 0; i < parameters.length; i++) {
                statement.setString(i + 1, parameters[i]);
            }
            var names = new ArrayList<String>();
            try (ResultSet rows = statement.executeQuery()) {
                while (rows.next()) {
                    names.add(rows.getString(1));
                }
            }
            return names;
        }
    }
}
