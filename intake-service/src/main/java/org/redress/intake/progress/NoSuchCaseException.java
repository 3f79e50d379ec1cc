package org.redress.intake.progress;

import java.util.UUID;

/** Something was told of a complaint that this platform does not have. */
public class NoSuchCaseException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    NoSuchCaseException(UUID complaintId) {
        super("no complaint " + complaintId + " on this platform");
    }
}
