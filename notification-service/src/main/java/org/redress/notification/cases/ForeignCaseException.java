package org.redress.notification.cases;

import java.util.UUID;

/** An event names a platform other than the one its complaint is known to belong to: never guessed, always parked. */
public class ForeignCaseException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    /**
     * @param complaintId the complaint
     * @param platform the platform that the event names
     */
    public ForeignCaseException(UUID complaintId, String platform) {
        super("complaint " + complaintId + " does not belong to platform " + platform);
    }
}
