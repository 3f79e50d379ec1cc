package org.redress.service.problem;

import java.io.Serial;
import java.sql.SQLException;
import org.jdbi.v3.core.JdbiException;
import org.jspecify.annotations.Nullable;

/**
 * A failure as it may be logged. What a database says of a failure quotes what it was given, such as a phone number that is no
 * number: then classes, SQL states and places in the code are logged, and no message of the chain.
 */
final class LoggedFailure extends Exception {
    @Serial
    private static final long serialVersionUID = 1L;

    private LoggedFailure(Throwable failure, @Nullable LoggedFailure cause) {
        super(cause == null ? kind(failure) : kind(failure) + " < " + cause.getMessage(), cause, false, true);
        setStackTrace(failure.getStackTrace());
    }

    /** The failure itself if no database had a part in it, else its silent likeness. */
    static Throwable of(Throwable failure) {
        for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
            if (cause instanceof SQLException || cause instanceof JdbiException) {
                return silent(failure);
            }
        }
        return failure;
    }

    private static String kind(Throwable failure) {
        String name = failure.getClass().getName();
        return failure instanceof SQLException sql ? name + " SQLState " + sql.getSQLState() : name;
    }

    private static LoggedFailure silent(Throwable failure) {
        Throwable cause = failure.getCause();
        return new LoggedFailure(failure, cause == null ? null : silent(cause));
    }
}
