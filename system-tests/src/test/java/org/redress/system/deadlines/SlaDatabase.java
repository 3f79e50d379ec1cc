package org.redress.system.deadlines;

import static org.awaitility.Awaitility.await;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import org.redress.launcher.Redress;

/** The database of sla-service, looked at from beside it; each question has a connection of its own. Thread-safe. */
final class SlaDatabase {
    private final Redress.Database database;

    SlaDatabase(Redress.Database database) {
        this.database = database;
    }

    /** A connection that the caller closes. */
    Connection connect() throws SQLException {
        return DriverManager.getConnection(database.jdbcUrl(), database.user(), database.password());
    }

    long count(String sql, Object... values) {
        return one(sql, Long.class, values);
    }

    /** The time by which deadlines are decided. */
    Instant now() {
        return one("select clock_timestamp()", OffsetDateTime.class).toInstant();
    }

    /** A table's rows about a platform's complaints, as one short text that differs when any of them does. */
    String fingerprint(String table, String platform) {
        return one("""
                select count(*) || ' ' || coalesce(md5(string_agg(cast(t as text), '|' order by cast(t as text))), '')
                from %s t where complaint_id in (select complaint_id from complaint where platform = ?)""".formatted(table), String.class, platform);
    }

    /** Changes rows behind the service's back. */
    void change(String sql, Object... values) {
        try (var connection = connect();
                var statement = prepared(connection, sql, values)) {
            statement.executeUpdate();
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Waits until this moment has come. */
    void awaitTime(Instant moment) {
        await().atMost(Duration.ofMinutes(5))
                .pollInterval(Duration.ofMillis(100))
                .until(() -> !now().isBefore(moment));
    }

    /** Waits until a platform has so many clocks. */
    void awaitClocks(String platform, long clocks) {
        await().atMost(Duration.ofMinutes(3))
                .pollInterval(Duration.ofMillis(200))
                .until(() -> count("select count(*) from clock where platform = ?", platform) >= clocks);
    }

    private <T> T one(String sql, Class<T> type, Object... values) {
        try (var connection = connect();
                var statement = prepared(connection, sql, values);
                var rows = statement.executeQuery()) {
            rows.next();
            return rows.getObject(1, type);
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    private static PreparedStatement prepared(Connection connection, String sql, Object... values) throws SQLException {
        var statement = connection.prepareStatement(sql);
        for (int i = 0; i < values.length; i++) {
            statement.setObject(i + 1, values[i]);
        }
        return statement;
    }
}
