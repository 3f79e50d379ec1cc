package org.redress.triage.complaint;

import jakarta.inject.Singleton;
import jakarta.transaction.Transactional;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.redress.triage.complaint.CaseRepository.Assigned;
import org.redress.triage.routing.AgentRepository;
import org.redress.triage.routing.Tier;

/** Moves a complaint up to the tier a deadline names, to a new owner; never down, so that order does not matter. */
@Singleton
public class EscalateComplaint {

    private final AgentRepository agents;
    private final CaseRepository cases;
    private final EndRepository ends;
    private final AppealRepository appeals;
    private final CaseEvents events;

    EscalateComplaint(
            AgentRepository agents,
            CaseRepository cases,
            EndRepository ends,
            AppealRepository appeals,
            CaseEvents events) {
        this.agents = agents;
        this.cases = cases;
        this.ends = ends;
        this.appeals = appeals;
        this.events = events;
    }

    /**
     * Moves the complaint to {@code tier} unless it is there or above, or is over. An escalation that is read before the filing is
     * kept for the judgement.
     *
     * @throws ForeignComplaintException if the complaint belongs to another platform
     */
    @Transactional
    public void escalate(UUID complaintId, String platform, Tier tier) {
        agents.lockAssignments();
        Optional<Assigned> found = cases.lock(complaintId);
        if (found.isEmpty()) {
            cases.keepEarly(complaintId, platform, tier);
            return;
        }
        Assigned current = found.get();
        if (!current.platform().equals(platform)) {
            throw new ForeignComplaintException();
        }
        if (current.tier().compareTo(tier) >= 0 || ends.isOver(complaintId, platform)) {
            return;
        }
        String owner = agents.assign(platform, tier, appeals.deciders(complaintId, platform));
        agents.release(platform, current.owner());
        Instant now = cases.reassign(complaintId, tier, owner);
        events.assigned(
                new Assignment(complaintId, platform, current.queue(), tier, owner, Assignment.Cause.ESCALATED, now));
    }

    /** An event names a complaint of another platform than its own. */
    public static final class ForeignComplaintException extends RuntimeException {
        private static final long serialVersionUID = 1L;

        ForeignComplaintException() {
            super("the complaint belongs to another platform");
        }
    }
}
