package org.redress.messaging.database;

import java.sql.SQLException;
import org.redress.messaging.UnreadableEventException;

/** What may be said about a failure in a row and in a log: messages of foreign exceptions may quote a payload. */
public final class FailureReason {
    private FailureReason() {}

    /** The reader's own reason, or else only what the failure is and where it was thrown. */
    public static String of(Throwable failure) {
        return failure instanceof UnreadableEventException
                ? "unreadable: " + failure.getMessage()
                : "the handler failed: " + kind(failure);
    }

    /** The kind of the failure, the kind of its root with its SQL state, and where that was thrown; no messages. */
    public static String kind(Throwable failure) {
        Throwable root = failure;
        while (root.getCause() != null && root.getCause() != root) {
            root = root.getCause();
        }
        String kinds = root == failure
                ? root.getClass().getName()
                : failure.getClass().getName() + " because of "
                        + root.getClass().getName();
        String state = root instanceof SQLException sql ? " (SQL state " + sql.getSQLState() + ")" : "";
        StackTraceElement[] trace = root.getStackTrace();
        return kinds + state + (trace.length == 0 ? "" : " at " + trace[0]);
    }
}
