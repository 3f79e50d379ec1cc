package org.redress.sla.complaint;

import java.util.UUID;
import org.redress.deadline.complaint.CaseEvent;

/** A fact with the identity of the event that carried it. */
record KeptFact(UUID eventId, long sequence, Fact fact) {

    /** For the engine. */
    CaseEvent event() {
        return fact.event(eventId, sequence);
    }
}
