package org.redress.system.deadlines;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.redress.system.deadlines.Oracle.Verdict;

/** How the stored clocks of a platform stand, beside how they must. */
final class Standing {
    private static final int SHOWN = 5;

    private final SlaCluster cluster;
    private final Oracle oracle;
    private final String platform;

    Standing(SlaCluster cluster, Oracle oracle, String platform) {
        this.cluster = cluster;
        this.oracle = oracle;
        this.platform = platform;
    }

    /** The breaches that must stand, by complaint. */
    Map<UUID, Integer> breaches(Collection<Story> stories, Instant until) {
        var breaches = new HashMap<UUID, Integer>();
        stories.forEach(story -> breaches.put(story.complaint(), (int) oracle.of(story, until).values().stream()
                .mapToLong(Verdict::breaches)
                .sum()));
        return breaches;
    }

    /** Fails with some examples when one is wrong. */
    void allRight(Collection<Story> stories, Instant until) {
        var stored = stored();
        assertThat(stories.stream()
                        .filter(story -> !oracle.of(story, until).equals(stored.get(story.complaint())))
                        .limit(SHOWN)
                        .map(story -> story + "\n  must be " + oracle.of(story, until) + "\n  but is  "
                                + stored.get(story.complaint())))
                .isEmpty();
    }

    /** The clocks as they are, by complaint. */
    Map<UUID, Map<String, Verdict>> stored() {
        try (var connection = cluster.database().connect();
                var statement = connection.prepareStatement("""
                        select c.complaint_id, c.metric, c.cycle, c.state, c.due_at, c.met_at, c.cancelled_at,
                               (select count(*) from fired_level f
                                where f.complaint_id = c.complaint_id and f.clock_id = c.clock_id
                                  and f.cycle = c.cycle and f.kind = 'BREACH' and to_jsonb(f) ->> 'withdrawn_at' is null) as breaches
                        from clock c where c.platform = ?""")) {
            statement.setString(1, platform);
            var stored = new HashMap<UUID, Map<String, Verdict>>();
            try (var rows = statement.executeQuery()) {
                while (rows.next()) {
                    stored.computeIfAbsent(rows.getObject("complaint_id", UUID.class), id -> new TreeMap<>())
                            .put(rows.getString("metric") + " " + rows.getInt("cycle"), verdict(rows));
                }
            }
            return stored;
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    private static Verdict verdict(ResultSet row) throws SQLException {
        return new Verdict(
                row.getString("state"),
                instant(row, "due_at"),
                instant(row, "met_at"),
                instant(row, "cancelled_at"),
                row.getLong("breaches"));
    }

    private static @Nullable Instant instant(ResultSet row, String column) throws SQLException {
        var time = row.getObject(column, OffsetDateTime.class);
        return time == null ? null : time.toInstant();
    }
}
