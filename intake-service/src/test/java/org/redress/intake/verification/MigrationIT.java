package org.redress.intake.verification;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.common.TestResourceScope;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.flywaydb.core.Flyway;
import org.flywaydb.core.api.configuration.FluentConfiguration;
import org.junit.jupiter.api.Test;
import org.redress.infra.RedressInfra;
import org.redress.intake.chain.ChainCheck;
import org.redress.intake.chain.ChainOldEntries;
import org.redress.intake.chain.ChainedEntry;
import org.redress.intake.chain.Digest;
import org.redress.intake.chain.EntryContent;

/** A database from before there were chains: its timelines are chained as they stand, in the order of their recording. */
@QuarkusTest
@WithTestResource(value = RedressInfra.class, scope = TestResourceScope.GLOBAL)
class MigrationIT {
    private static final String DATABASE = "before_chains";
    private static final int COMPLAINTS = 1500;

    @Test
    void entriesFromBeforeAreChained() throws SQLException {
        RedressInfra.postgres().createDatabase(DATABASE);
        String url = RedressInfra.postgres().jdbcUrl(DATABASE);
        flyway(url).target("200").load().migrate();
        try (Connection connection = DriverManager.getConnection(url, "postgres", "postgres")) {
            fill(connection);
            List<String> before = rows(connection);
            flyway(url).load().migrate();
            assertThat(rows(connection)).isEqualTo(before);
            for (UUID complaint : complaints(connection)) {
                List<ChainedEntry> chain = chain(connection, complaint);
                assertThat(chain).hasSize(3);
                assertThat(ChainCheck.firstFlaw(complaint, chain, List.of())).isEmpty();
                assertThat(chain.get(2).content().kind())
                        .as("recorded last, happened first")
                        .isEqualTo("LATE");
            }
        }
    }

    private static FluentConfiguration flyway(String url) {
        return Flyway.configure()
                .dataSource(url, "postgres", "postgres")
                .locations("classpath:db/migration", "classpath:db/messaging", "classpath:db/service")
                .placeholders(Map.of("runtime", "redress_restricted"))
                .javaMigrations(new ChainOldEntries());
    }

    private static void fill(Connection connection) throws SQLException {
        try (var statement = connection.createStatement()) {
            statement.execute("insert into platform (id, profile, registered_by) values ('p1', '{}', 'x')");
            statement.execute("insert into complaint (id, platform, number, status, order_no, description, channel,"
                    + " complainant_id, filed_by, filed_by_role, language) select gen_random_uuid(), 'p1', 'N' || i, 'FILED',"
                    + " 'o', 'd', 'APP', 'u', 'u', 'complainant', 'en' from generate_series(1, " + COMPLAINTS + ") i");
            for (String entry : List.of(
                    "'FILED', now(), '{\"b\": [1.10, 1e3, null], \"a\": \"卡\\u001f\\\"\"}', cast(null as uuid)",
                    "'NOTED', now(), '{}', gen_random_uuid()",
                    "'LATE', now() - interval '1 day', '{\"n\": 0.1}', gen_random_uuid()")) {
                statement.execute(
                        "insert into timeline_entry (complaint_id, kind, at, data, event_id, actor, staff_only)"
                                + " select id, "
                                + entry.replace("'{", "cast('{").replace("}'", "}' as jsonb)")
                                + ", 'service:\"x\"', random() < 0.5 from complaint");
            }
        }
    }

    private static List<String> rows(Connection connection) throws SQLException {
        return texts(
                connection,
                "select concat_ws('|', complaint_id, kind, at, actor, staff_only, data, event_id, recorded_at)"
                        + " from timeline_entry order by 1");
    }

    private static List<UUID> complaints(Connection connection) throws SQLException {
        return texts(connection, "select id from complaint").stream()
                .map(UUID::fromString)
                .toList();
    }

    private static List<String> texts(Connection connection, String sql) throws SQLException {
        var texts = new ArrayList<String>();
        try (var statement = connection.createStatement();
                var found = statement.executeQuery(sql)) {
            while (found.next()) {
                texts.add(found.getString(1));
            }
        }
        return texts;
    }

    private static List<ChainedEntry> chain(Connection connection, UUID complaint) throws SQLException {
        var chain = new ArrayList<ChainedEntry>();
        try (var statement =
                connection.prepareStatement("select * from timeline_entry where complaint_id = ? order by position")) {
            statement.setObject(1, complaint);
            try (ResultSet row = statement.executeQuery()) {
                while (row.next()) {
                    var content = new EntryContent(
                            row.getString("kind"),
                            row.getObject("at", OffsetDateTime.class).toInstant(),
                            row.getString("actor"),
                            row.getBoolean("staff_only"),
                            row.getString("data"),
                            row.getObject("event_id", UUID.class),
                            HexFormat.of().formatHex(row.getBytes("salt")));
                    chain.add(new ChainedEntry(row.getInt("position"), content, Digest.of(row.getBytes("hash"))));
                }
            }
        }
        return chain;
    }
}
