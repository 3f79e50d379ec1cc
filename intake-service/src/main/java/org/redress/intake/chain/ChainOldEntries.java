package org.redress.intake.chain;

import java.security.SecureRandom;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.util.HexFormat;
import java.util.UUID;
import org.flywaydb.core.api.MigrationVersion;
import org.flywaydb.core.api.migration.Context;
import org.flywaydb.core.api.migration.JavaMigration;

/**
 * Chains the entries that were there before chains were, in the order in which they were recorded. It streams: what it holds
 * in memory does not grow with their number.
 */
public class ChainOldEntries implements JavaMigration {
    private static final int BATCH = 1000;
    /** Roots take entries by rising transaction; these count as earlier than any, and as one transaction each. */
    private static final long BEFORE_ALL = -1_000_000_000_000L;

    private static final String READ = """
            select complaint_id, kind, at, actor, staff_only, data, event_id, recorded_at
              from timeline_entry_before order by complaint_id, id""";
    private static final String WRITE = """
            insert into timeline_entry (complaint_id, position, kind, at, actor, staff_only, data, event_id, salt, hash,
                                        recorded_at, recorded_xid)
            values (?, ?, ?, ?, ?, ?, cast(? as jsonb), ?, ?, ?, ?, ?)""";

    private final SecureRandom random = new SecureRandom();

    @Override
    public MigrationVersion getVersion() {
        return MigrationVersion.fromVersion("211");
    }

    @Override
    public String getDescription() {
        return "chain old entries";
    }

    @Override
    public Integer getChecksum() {
        return 1;
    }

    @Override
    public boolean canExecuteInTransaction() {
        return true;
    }

    @Override
    public void migrate(Context context) throws SQLException {
        Connection connection = context.getConnection();
        try (var reading = connection.prepareStatement(READ);
                var writing = connection.prepareStatement(WRITE)) {
            reading.setFetchSize(BATCH);
            try (ResultSet rows = reading.executeQuery()) {
                chain(rows, writing);
            }
        }
    }

    private void chain(ResultSet rows, PreparedStatement writing) throws SQLException {
        Link last = null;
        long count = 0;
        while (rows.next()) {
            UUID complaint = rows.getObject("complaint_id", UUID.class);
            EntryContent content = content(rows);
            Link link = last == null || !last.complaint().equals(complaint)
                    ? new Link(complaint, 1, Digest.NONE, content.digest())
                    : new Link(complaint, last.position() + 1, last.digest(), content.digest());
            bind(writing, rows, link, content, BEFORE_ALL + count);
            writing.addBatch();
            last = link;
            if (++count % BATCH == 0) {
                writing.executeBatch();
            }
        }
        writing.executeBatch();
    }

    private EntryContent content(ResultSet row) throws SQLException {
        var salt = new byte[16];
        random.nextBytes(salt);
        return new EntryContent(
                row.getString("kind"),
                row.getObject("at", OffsetDateTime.class).toInstant(),
                row.getString("actor"),
                row.getBoolean("staff_only"),
                row.getString("data"),
                row.getObject("event_id", UUID.class),
                HexFormat.of().formatHex(salt));
    }

    private static void bind(PreparedStatement writing, ResultSet row, Link link, EntryContent content, long xid)
            throws SQLException {
        writing.setObject(1, link.complaint());
        writing.setInt(2, link.position());
        writing.setString(3, content.kind());
        writing.setObject(4, row.getObject("at", OffsetDateTime.class));
        writing.setString(5, content.actor());
        writing.setBoolean(6, content.staffOnly());
        writing.setString(7, content.data());
        writing.setObject(8, content.eventId());
        writing.setBytes(9, HexFormat.of().parseHex(content.salt()));
        writing.setBytes(10, link.digest().bytes());
        writing.setObject(11, row.getObject("recorded_at", OffsetDateTime.class));
        writing.setLong(12, xid);
    }
}
