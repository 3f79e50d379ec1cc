package org.redress.benchmarks.intake;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.jspecify.annotations.Nullable;
import org.redress.benchmarks.ground.Ground;

/**
 * The limit: the rows of filings, and nothing else, over connections of their own. One transaction a filing, as pgbench would
 * do it with prepared statements: an insert a table, each with its round trip, and the commit.
 */
final class BareInserts implements AutoCloseable {
    private final String url;
    private final List<SameRows> filings;
    private final boolean inOneGo;
    private final ExecutorService threads = Executors.newCachedThreadPool();

    /**
     * Inserts to come.
     *
     * @param filings what is copied, in turns
     * @param inOneGo whether the statements of a filing share a round trip
     */
    BareInserts(String url, List<SameRows> filings, boolean inOneGo) {
        this.url = url;
        this.filings = filings;
        this.inOneGo = inOneGo;
    }

    /** Filings a second over so many connections, for a while. */
    double perSecond(int connections, Duration time) throws InterruptedException, ExecutionException {
        long start = System.nanoTime();
        var counts = new ArrayList<Future<Long>>();
        for (int i = 0; i < connections; i++) {
            counts.add(threads.submit(() -> insertUntil(start + time.toNanos())));
        }
        long total = 0;
        for (Future<Long> count : counts) {
            total += count.get();
        }
        return total / ((System.nanoTime() - start) / 1e9);
    }

    @Override
    public void close() {
        threads.shutdown();
    }

    private long insertUntil(long end) throws SQLException {
        try (Connection connection = DriverManager.getConnection(url, Ground.USER, "")) {
            connection.setAutoCommit(false);
            var statements = new ArrayList<List<PreparedStatement>>();
            for (SameRows filing : filings) {
                statements.add(inOneGo ? List.of(filing.prepareAsOne(connection)) : filing.prepare(connection));
            }
            long inserted = 0;
            for (; System.nanoTime() < end; inserted++) {
                int which = (int) (inserted % filings.size());
                insert(filings.get(which).copy(), statements.get(which));
                connection.commit();
            }
            return inserted;
        }
    }

    private static void insert(List<List<@Nullable Object>> tables, List<PreparedStatement> statements)
            throws SQLException {
        int at = 0;
        for (int table = 0; table < tables.size(); table++) {
            PreparedStatement statement = statements.get(Math.min(table, statements.size() - 1));
            at = statements.size() == 1 ? at : 0;
            for (Object value : tables.get(table)) {
                statement.setObject(++at, value);
            }
        }
        for (PreparedStatement statement : statements) {
            statement.execute();
        }
    }
}
