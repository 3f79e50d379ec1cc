package org.redress.sla.watch;

import jakarta.transaction.RollbackException;
import java.sql.SQLException;
import java.util.Set;

/** Tells a failure of the surroundings, which passes, from one that lies in the data, which does not. */
final class Failures {
    /** Data exceptions, broken constraints, programme limits: the same rows give the same failure again. */
    private static final Set<String> OF_DATA = Set.of("22", "23", "54");

    private Failures() {}

    /** Whether trying the same again later may succeed. */
    static boolean mayPass(Throwable failure) {
        for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
            if (cause instanceof SQLException sql) {
                String state = sql.getSQLState();
                return state == null || state.length() < 2 || !OF_DATA.contains(state.substring(0, 2));
            }
            if (cause instanceof RollbackException) {
                return true;
            }
        }
        return false;
    }
}
