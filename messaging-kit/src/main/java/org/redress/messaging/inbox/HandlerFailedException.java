package org.redress.messaging.inbox;

/** The handler, not the machinery around it, threw something. */
final class HandlerFailedException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    HandlerFailedException(Throwable cause) {
        super("the handler failed", cause);
    }
}
