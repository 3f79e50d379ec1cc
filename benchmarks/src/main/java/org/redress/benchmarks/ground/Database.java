package org.redress.benchmarks.ground;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.locks.LockSupport;

/** One of the run's databases, over one connection of its own. Not thread-safe. */
public final class Database implements AutoCloseable {
    private static final long POLL_NANOS = 20_000_000;
    private static final long LONGEST_WAIT_NANOS = 300_000_000_000L;

    private final String url;
    private final Connection connection;

    Database(String url) throws SQLException {
        this.url = url;
        this.connection = DriverManager.getConnection(url, Ground.USER, "");
    }

    /** The JDBC URL, without user and password. */
    public String url() {
        return url;
    }

    /** Runs a statement in a transaction of its own. */
    public int run(String sql, Object... values) throws SQLException {
        try (PreparedStatement statement = prepared(sql, values)) {
            return statement.executeUpdate();
        }
    }

    /** The only number of a query; 0 when it has none. */
    public double number(String sql, Object... values) throws SQLException {
        List<Double> numbers = numbers(sql, values);
        return numbers.isEmpty() ? 0 : numbers.get(0);
    }

    /** A column of numbers. */
    public List<Double> numbers(String sql, Object... values) throws SQLException {
        try (PreparedStatement statement = prepared(sql, values);
                ResultSet rows = statement.executeQuery()) {
            var numbers = new ArrayList<Double>();
            while (rows.next()) {
                numbers.add(rows.getDouble(1));
            }
            return numbers;
        }
    }

    /** Waits until a query's number has reached a value. */
    public void await(double value, String sql, Object... values) throws SQLException {
        long start = System.nanoTime();
        while (number(sql, values) < value) {
            if (System.nanoTime() - start > LONGEST_WAIT_NANOS) {
                throw new IllegalStateException("in vain: " + sql + " to reach " + value);
            }
            LockSupport.parkNanos(POLL_NANOS);
        }
    }

    @Override
    public void close() throws SQLException {
        connection.close();
    }

    private PreparedStatement prepared(String sql, Object... values) throws SQLException {
        PreparedStatement statement = connection.prepareStatement(sql);
        for (int i = 0; i < values.length; i++) {
            statement.setObject(i + 1, values[i]);
        }
        return statement;
    }
}
