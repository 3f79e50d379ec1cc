package org.redress.notification.http;

/** A request certainly reached nobody, so it may be made again. */
public class NotSentException extends Exception {
    private static final long serialVersionUID = 1L;

    /** @param message why, without addresses or personal data */
    public NotSentException(String message, Throwable cause) {
        super(message, cause);
    }
}
