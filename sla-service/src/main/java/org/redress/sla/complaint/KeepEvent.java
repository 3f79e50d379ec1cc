package org.redress.sla.complaint;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;

/**
 * Keeps an event of a complaint and computes the complaint's clocks anew, under the complaint's lock, in the running
 * transaction. An event that is kept already changes nothing.
 */
@ApplicationScoped
public class KeepEvent {
    private final ComplaintRepository complaints;
    private final ComputeClocks compute;

    KeepEvent(ComplaintRepository complaints, ComputeClocks compute) {
        this.complaints = complaints;
        this.compute = compute;
    }

    /**
     * Keeps it.
     *
     * @throws ForeignComplaintException when the complaint belongs to another platform
     */
    @Transactional(Transactional.TxType.MANDATORY)
    public void keep(ReceivedEvent event) {
        if (event.fact() == null) {
            complaints.keep(event);
            return;
        }
        Complaint complaint = complaints.lock(event.complaintId(), event.platform());
        if (!complaint.platform().equals(event.platform())) {
            throw new ForeignComplaintException();
        }
        if (complaints.keep(event)) {
            compute.of(complaint);
        }
    }
}
