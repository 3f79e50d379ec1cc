package org.redress.notification.http;

import org.jspecify.annotations.Nullable;

/** A request may or may not have been carried out. */
public class UnclearException extends Exception {
    private static final long serialVersionUID = 1L;

    /** @param message why, without addresses or personal data */
    public UnclearException(String message, @Nullable Throwable cause) {
        super(message, cause);
    }
}
