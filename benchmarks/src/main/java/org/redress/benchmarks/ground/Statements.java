package org.redress.benchmarks.ground;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * What each statement costs the server in one database, planning and execution, as pg_stat_statements counts it. What comes between
 * statements is in none: commits, the protocol, the processes themselves. Not thread-safe.
 */
public final class Statements implements AutoCloseable {
    private static final String COSTLIEST = """
            select left(regexp_replace(query, '\\s+', ' ', 'g'), 48) as began, sum(total_plan_time + total_exec_time) as millis
              from pg_stat_statements join pg_database on pg_database.oid = dbid
             where datname = current_database() and query not like '%pg_stat_statements%'
             group by 1 order by 2 desc limit 10""";

    private final Connection connection;

    /**
     * Of a database on a ground that counts them.
     *
     * @see Ground#start(String, boolean)
     */
    public Statements(Database database) throws SQLException {
        connection = DriverManager.getConnection(database.url(), Ground.USER, "");
        run("create extension if not exists pg_stat_statements");
    }

    /** Counts from here. */
    public void begin() throws SQLException {
        run("select pg_stat_statements_reset()");
    }

    /** The costliest so far: how each begins, and its milliseconds in all. */
    public Map<String, Double> millis() throws SQLException {
        try (var query = connection.createStatement();
                var rows = query.executeQuery(COSTLIEST)) {
            var millis = new LinkedHashMap<String, Double>();
            while (rows.next()) {
                millis.put(rows.getString("began"), rows.getDouble("millis"));
            }
            return millis;
        }
    }

    @Override
    public void close() throws SQLException {
        connection.close();
    }

    private void run(String sql) throws SQLException {
        try (var statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }
}
