package org.redress.launcher;

/**
 * Something stands in the way that the person at the keyboard can mend; the message says what and how. The command prints
 * it without a stack trace and exits with a code that is not 0.
 */
public final class LaunchException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    /** A failure with its message. */
    public LaunchException(String message) {
        super(message);
    }

    /** A failure with its message and what caused it. */
    public LaunchException(String message, Throwable cause) {
        super(message, cause);
    }
}
