package org.redress.benchmarks.outbox;

import java.sql.Connection;
import java.sql.SQLException;

/** One way from a transaction to the topic. Each has a database and a topic of its own. */
@SuppressWarnings("try") // close() waits and may be interrupted; then the whole run ends
interface Contender extends AutoCloseable {
    /** Its name and version in the table of results. */
    String name();

    /** What a transaction does before it records the event: the same for all. */
    static void businessRow(Connection connection, String id) throws SQLException {
        try (var insert = connection.prepareStatement("insert into business (id, note) values (?::uuid, ?)")) {
            insert.setString(1, id);
            insert.setString(2, "a change that the event tells of");
            insert.executeUpdate();
        }
    }

    /** Commits one transaction with a business row and an event. Called by several threads at once. */
    void commit(String key, String id, String payload) throws Exception;

    @Override
    void close() throws Exception;
}
