package org.redress.sla.complaint;

import java.io.Serial;

/** An event names another platform than the complaint it is about belongs to. */
public final class ForeignComplaintException extends RuntimeException {
    @Serial
    private static final long serialVersionUID = 1L;

    ForeignComplaintException() {
        super("the complaint belongs to another platform");
    }
}
