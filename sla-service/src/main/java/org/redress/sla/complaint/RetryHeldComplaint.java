package org.redress.sla.complaint;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.util.List;
import java.util.UUID;
import org.redress.service.problem.ProblemException;

/** Computes the clocks of a complaint that has none, because a person asks for it. */
@ApplicationScoped
class RetryHeldComplaint {
    private final ComplaintRepository complaints;
    private final ComputeClocks compute;

    RetryHeldComplaint(ComplaintRepository complaints, ComputeClocks compute) {
        this.complaints = complaints;
        this.compute = compute;
    }

    /**
     * Tries again, in a transaction of its own: what became of it stays, also when it is refused as still held.
     *
     * @return how it stands now
     * @throws ProblemException 404 when it is absent, another platform's, or not held
     */
    @Transactional(Transactional.TxType.REQUIRES_NEW)
    Standing retry(UUID complaintId, String platform) {
        Complaint held = complaints
                .find(complaintId)
                .filter(found -> found.platform().equals(platform))
                .filter(found -> found.standing() == Standing.NO_POLICY || found.standing() == Standing.SET_ASIDE)
                .orElseThrow(ProblemException::notFound);
        compute.of(List.of(held));
        return complaints.find(complaintId).orElseThrow().standing();
    }
}
