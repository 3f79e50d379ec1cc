package org.redress.sla.complaint;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Keeps events of complaints and computes the clocks of these complaints anew, under the complaints' locks, in the running
 * transaction. An event that is kept already changes nothing. The number of statements is the same for one event and for
 * hundreds.
 */
@ApplicationScoped
public class KeepEvents {
    private final ComplaintRepository complaints;
    private final EventRepository events;
    private final ComputeClocks compute;

    KeepEvents(ComplaintRepository complaints, EventRepository events, ComputeClocks compute) {
        this.complaints = complaints;
        this.events = events;
        this.compute = compute;
    }

    /**
     * Keeps them.
     *
     * @throws ForeignComplaintException when one of them is about a complaint that belongs to another platform
     */
    @Transactional(Transactional.TxType.MANDATORY)
    public void keep(List<ReceivedEvent> received) {
        if (received.isEmpty()) {
            return;
        }
        // What has no fact changes no clock, and may be about a complaint that is not known: it needs no lock.
        List<Complaint> held = complaints.lock(received.stream()
                .filter(event -> event.fact() != null)
                .collect(Collectors.toMap(ReceivedEvent::complaintId, ReceivedEvent::platform, (one, other) -> one)));
        refuseForeign(received, held);
        Set<?> changed = events.keep(received);
        compute.of(held.stream()
                .filter(complaint -> changed.contains(complaint.id()))
                .toList());
    }

    private static void refuseForeign(List<ReceivedEvent> received, List<Complaint> held) {
        Map<?, String> owners = held.stream().collect(Collectors.toMap(Complaint::id, Complaint::platform));
        for (ReceivedEvent event : received) {
            if (event.fact() != null && !event.platform().equals(owners.get(event.complaintId()))) {
                throw new ForeignComplaintException();
            }
        }
    }
}
