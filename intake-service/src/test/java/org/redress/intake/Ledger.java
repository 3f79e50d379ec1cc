package org.redress.intake;

import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.redress.infra.RedressInfra;
import org.redress.infra.hostile.StoredRows;

/** The database as it is, read beside the service. */
public final class Ledger {
    private Ledger() {}

    /** The tables that some work leaves anything in, whatever the service's workers write meanwhile. */
    public static <E extends Exception> List<String> leftBy(StoredRows.Work<E> work) throws E {
        try (var rows = StoredRows.but(Set.of())) {
            return rows.changedBy(work);
        }
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
