package org.redress.intake;

import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.redress.infra.RedressInfra;

/** The database as it is, read beside the service. */
public final class Ledger {
    private static final List<String> TABLES = List.of(
            "complaint",
            "demand",
            "complainant_contact",
            "timeline_entry",
            "promise",
            "outbox",
            "idempotency_key",
            "case_part",
            "contact_entry",
            "evidence",
            "evidence_mark");

    private Ledger() {}

    /** How many rows a filing's tables have. */
    public static Map<String, Long> counts() {
        Map<String, Long> counts = new TreeMap<>();
        TABLES.forEach(table -> counts.put(
                table, Long.parseLong(texts("select count(*) from " + table).get(0))));
        return counts;
    }

    /** The first column of a query as texts; parameters by position. */
    public static List<String> texts(String sql, Object... parameters) {
        try (var connection = DriverManager.getConnection(RedressInfra.jdbcUrl(), "postgres", "postgres");
                var statement = connection.prepareStatement(sql)) {
            for (int i = 0; i < parameters.length; i++) {
                statement.setObject(i + 1, parameters[i]);
            }
            List<String> texts = new ArrayList<>();
            try (var rows = statement.executeQuery()) {
                while (rows.next()) {
                    texts.add(rows.getString(1));
                }
            }
            return texts;
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Changes the database as somebody who may do everything, triggers put aside. */
    public static void tamper(String sql) {
        try (var connection = DriverManager.getConnection(RedressInfra.jdbcUrl(), "postgres", "postgres");
                var statement = connection.createStatement()) {
            statement.execute("set session_replication_role = replica");
            statement.execute(sql);
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }
}
