package org.redress.triage.inbound;

import jakarta.inject.Singleton;
import org.redress.contract.UnreadableDataException;
import org.redress.contract.sla.ComplaintEscalated;
import org.redress.contract.sla.SlaEvent;
import org.redress.messaging.EventHandler;
import org.redress.messaging.IncomingEvent;
import org.redress.messaging.UnreadableEventException;
import org.redress.triage.complaint.EscalateComplaint;
import org.redress.triage.complaint.EscalateComplaint.ForeignComplaintException;
import org.redress.triage.routing.Tier;

/** Reads sla's events: an escalation to a tier moves the complaint there; clocks and warnings are not for triage. */
@Singleton
public class SlaEventsConsumer implements EventHandler {

    private final EscalateComplaint escalateComplaint;

    SlaEventsConsumer(EscalateComplaint escalateComplaint) {
        this.escalateComplaint = escalateComplaint;
    }

    @Override
    public void handle(IncomingEvent event) {
        if (read(event) instanceof ComplaintEscalated escalated && escalated.toTier() != null) {
            Envelope.check(event, escalated.complaintId(), event.platform());
            try {
                escalateComplaint.escalate(
                        escalated.complaintId(),
                        event.platform(),
                        Tier.valueOf(escalated.toTier().name()));
            } catch (ForeignComplaintException e) {
                throw new UnreadableEventException("the complaint belongs to another platform", e);
            }
        }
    }

    private static SlaEvent read(IncomingEvent event) {
        try {
            return SlaEvent.read(event.type(), event.data());
        } catch (UnreadableDataException e) {
            throw new UnreadableEventException(String.valueOf(e.getMessage()), e);
        }
    }
}
