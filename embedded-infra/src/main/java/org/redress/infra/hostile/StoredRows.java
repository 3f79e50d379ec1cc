package org.redress.infra.hostile;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.redress.infra.RedressInfra;

/**
 * What the test database holds, table by table, so cheap to ask that it can be compared around each request: how many rows, and
 * which transaction wrote the youngest of them. Used by one thread.
 */
public final class StoredRows implements AutoCloseable {
    private final Connection database;
    private final List<String> tables;

    /**
     * All tables of the service's schema.
     *
     * @param but tables that the service writes to by itself, without a request
     * @throws IllegalStateException when the database cannot be asked
     */
    public StoredRows(Set<String> but) {
        try {
            database = DriverManager.getConnection(RedressInfra.jdbcUrl(), "postgres", "postgres");
            tables = tables().stream().filter(table -> !but.contains(table)).toList();
        } catch (SQLException e) {
            throw new IllegalStateException("the test database cannot be asked", e);
        }
    }

    /** By table: rows and the youngest writing transaction. Two equal readings: no row was added, changed or removed between them. */
    public Map<String, String> read() {
        String sql = tables.stream()
                .map(table -> "select '%s', count(*) || ' ' || coalesce(max(xmin::text::bigint), 0) from \"%s\""
                        .formatted(table, table))
                .collect(Collectors.joining(" union all "));
        try (var statement = database.createStatement();
                var rows = statement.executeQuery(sql)) {
            Map<String, String> read = new TreeMap<>();
            while (rows.next()) {
                read.put(rows.getString(1), rows.getString(2));
            }
            return read;
        } catch (SQLException e) {
            throw new IllegalStateException("the test database cannot be asked", e);
        }
    }

    /** The tables that differ. */
    static List<String> changed(Map<String, String> before, Map<String, String> after) {
        return after.entrySet().stream()
                .filter(entry -> !entry.getValue().equals(before.get(entry.getKey())))
                .map(Map.Entry::getKey)
                .toList();
    }

    private List<String> tables() throws SQLException {
        List<String> names = new ArrayList<>();
        try (var statement = database.createStatement();
                var rows = statement.executeQuery("""
                        select c.relname from pg_class c join pg_namespace n on n.oid = c.relnamespace
                        where n.nspname = 'public' and c.relkind = 'r' and c.relname not like 'flyway%'""")) {
            while (rows.next()) {
                names.add(rows.getString(1));
            }
        }
        return names;
    }

    @Override
    public void close() {
        try {
            database.close();
        } catch (SQLException e) {
            throw new IllegalStateException("the test database cannot be left", e);
        }
    }
}
