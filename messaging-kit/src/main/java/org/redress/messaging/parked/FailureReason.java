package org.redress.messaging.parked;

import org.redress.messaging.UnreadableEventException;

/** What may be said about a failure in a row and in a log: messages of foreign exceptions may quote a payload. */
public final class FailureReason {
    private FailureReason() {}

    /** The reader's own reason, or else only the kind of the failure, the kind of its root and where that was thrown. */
    public static String of(Throwable failure) {
        if (failure instanceof UnreadableEventException) {
            return "unreadable: " + failure.getMessage();
        }
        Throwable root = failure;
        while (root.getCause() != null && root.getCause() != root) {
            root = root.getCause();
        }
        String kinds = root == failure
                ? root.getClass().getName()
                : failure.getClass().getName() + " because of "
                        + root.getClass().getName();
        StackTraceElement[] trace = root.getStackTrace();
        return "the handler failed: " + kinds + (trace.length == 0 ? "" : " at " + trace[0]);
    }
}
