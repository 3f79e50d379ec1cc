package org.redress.messaging;

/** A record that will never be understood, however often it is tried. */
public final class UnreadableEventException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    /**
     * An unreadable record.
     *
     * @param reason for people; stored and logged, so it must not quote the payload
     */
    public UnreadableEventException(String reason) {
        super(reason);
    }

    /**
     * An unreadable record.
     *
     * @param reason for people; stored and logged, so it must not quote the payload
     * @param cause what went wrong while reading
     */
    public UnreadableEventException(String reason, Throwable cause) {
        super(reason, cause);
    }
}
