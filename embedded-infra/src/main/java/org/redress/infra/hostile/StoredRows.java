package org.redress.infra.hostile;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.atomic.AtomicReference;
import java.util.stream.Collectors;
import org.awaitility.Awaitility;
import org.redress.infra.RedressInfra;

/**
 * What the test database holds, table by table, so cheap to ask that it can be compared around each request: how many rows, and
 * which transaction wrote the youngest of them. Used by one thread.
 */
public final class StoredRows implements AutoCloseable {
    private static final int REPEATS = 2;

    private static final Duration REST = Duration.ofMillis(300);
    private static final Duration LOOK_EVERY = Duration.ofMillis(20);
    private static final Duration PATIENCE = Duration.ofSeconds(30);

    private final Connection database;
    private final List<String> tables;

    /**
     * All tables of the service's schema.
     *
     * @param but tables that the service writes to by itself, without a request
     * @throws IllegalStateException when the database cannot be asked
     */
    public static StoredRows but(Set<String> but) {
        try {
            return new StoredRows(DriverManager.getConnection(RedressInfra.jdbcUrl(), "postgres", "postgres"), but);
        } catch (SQLException e) {
            throw new IllegalStateException("the test database cannot be asked", e);
        }
    }

    StoredRows(Connection database, Set<String> but) throws SQLException {
        this.database = database;
        tables = tables().stream().filter(table -> !but.contains(table)).toList();
    }

    /**
     * What leaves its trace here.
     *
     * @param <E> why it may fail
     */
    @FunctionalInterface
    public interface Work<E extends Exception> {
        /** Does it; when something was changed it is done again. */
        void run() throws E;
    }

    /**
     * The tables that some work changes, whatever the service itself writes meanwhile.
     *
     * @throws org.awaitility.core.ConditionTimeoutException when the service does not rest within half a minute
     */
    public <E extends Exception> List<String> changedBy(Work<E> work) throws E {
        Map<String, String> before = read();
        work.run();
        return changedSince(before, work);
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

    /**
     * The tables that were changed by some work and not by the service itself, which writes when it likes: those that differ
     * from the reading before that work, and differ again each time the work is done once more while the service rests.
     *
     * @param before read before the work was done for the first time
     * @param again the same work
     * @throws org.awaitility.core.ConditionTimeoutException when the service does not rest within half a minute
     */
    <E extends Exception> List<String> changedSince(Map<String, String> before, Work<E> again) throws E {
        List<String> left = changed(before, read());
        for (int i = 0; i < REPEATS && !left.isEmpty(); i++) {
            Map<String, String> then = atRest();
            again.run();
            List<String> now = changed(then, read());
            left = left.stream().filter(now::contains).toList();
        }
        return left;
    }

    /** A reading after which nothing was written for a while. */
    private Map<String, String> atRest() {
        var last = new AtomicReference<>(read());
        return Awaitility.await("nobody writes")
                .pollInSameThread()
                .pollInterval(LOOK_EVERY)
                .during(REST)
                .atMost(PATIENCE)
                .until(this::read, now -> now.equals(last.getAndSet(now)));
    }

    private static List<String> changed(Map<String, String> before, Map<String, String> after) {
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
