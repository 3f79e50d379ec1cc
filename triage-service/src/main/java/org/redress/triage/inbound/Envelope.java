package org.redress.triage.inbound;

import java.util.UUID;
import org.redress.messaging.IncomingEvent;
import org.redress.messaging.UnreadableEventException;

/** What envelope and data say twice must agree: else an event could reach over to another complaint or tenant. */
final class Envelope {

    private Envelope() {}

    static void check(IncomingEvent event, UUID complaintId, String platform) {
        if (!event.subject().equals(complaintId.toString())) {
            throw new UnreadableEventException("subject and complaintId differ");
        }
        if (!event.platform().equals(platform)) {
            throw new UnreadableEventException("the platforms of envelope and data differ");
        }
    }
}
