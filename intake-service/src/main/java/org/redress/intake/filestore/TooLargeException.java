package org.redress.intake.filestore;

import java.io.Serial;

/** A stream holds more than it may. */
public final class TooLargeException extends RuntimeException {
    @Serial
    private static final long serialVersionUID = 1L;

    private final long limit;

    TooLargeException(long limit) {
        super("more than " + limit + " bytes");
        this.limit = limit;
    }

    /** What would have been accepted, in bytes. */
    public long limit() {
        return limit;
    }
}
