package org.redress.messaging.database;

import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.sql.SQLException;
import java.util.UUID;
import javax.sql.DataSource;
import org.jdbi.v3.core.Jdbi;
import org.jdbi.v3.core.JdbiException;
import org.jdbi.v3.core.statement.StatementExceptions;

/** The service's database as the kit uses it: connections join a JTA transaction where there is one. Thread-safe. */
@Singleton
public class MessagingDatabase {
    private final Jdbi jdbi;

    /** Uses the service's data source. */
    @Inject
    public MessagingDatabase(DataSource dataSource) {
        jdbi = Jdbi.create(dataSource)
                .registerArrayType(String.class, "text")
                .registerArrayType(UUID.class, "uuid")
                .registerArrayType(Long.class, "bigint")
                .registerArrayType(Integer.class, "integer");
        // Exceptions end in logs; what is bound is people's.
        jdbi.getConfig(StatementExceptions.class).setMessageRendering(StatementExceptions.MessageRendering.NONE);
    }

    /** Plain SQL on this database. */
    public Jdbi jdbi() {
        return jdbi;
    }

    /** Whether a new connection answers; call it outside a transaction. */
    public boolean answers() {
        try {
            return jdbi.withHandle(handle ->
                    handle.createQuery("select 1").mapTo(Integer.class).one() == 1);
        } catch (JdbiException e) {
            return false;
        }
    }

    /**
     * Whether a failure is likely to pass by itself: lost connection, deadlock, serialisation failure, lock timeout, full
     * pool or server, cancelled statement.
     */
    public static boolean mayPass(Throwable failure) {
        for (Throwable t = failure; t != null; t = t.getCause()) {
            if (t instanceof SQLException sql) {
                return mayPass(sql.getSQLState());
            }
        }
        return false;
    }

    private static boolean mayPass(String state) {
        // No state at all: the pool itself refused, for example when it had no free connection in time.
        return state == null
                || state.startsWith("08")
                || state.startsWith("40")
                || state.startsWith("53")
                || state.startsWith("57")
                || state.equals("25P03")
                || state.equals("55P03");
    }
}
