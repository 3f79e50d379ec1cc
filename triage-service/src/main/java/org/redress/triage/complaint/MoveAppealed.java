package org.redress.triage.complaint;

import jakarta.inject.Singleton;
import jakarta.transaction.Transactional;
import java.time.Instant;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.redress.triage.complaint.CaseRepository.Assigned;
import org.redress.triage.routing.AgentRepository;
import org.redress.triage.routing.Tier;

/**
 * Has an appealed complaint worked by the team that the appeal goes to, and by someone there who did not decide before (R31,
 * R33). While an appeal is open, a complaint is never below its team nor with one of its deciders; when it ends, the complaint
 * stays where it is. What is known is kept first and acted on then, so that events may come in any order and any number.
 */
@Singleton
public class MoveAppealed {

    private final AgentRepository agents;
    private final CaseRepository cases;
    private final EndRepository ends;
    private final AppealRepository appeals;
    private final CaseEvents events;

    MoveAppealed(
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
     * An appeal was filed.
     *
     * @param tier the team that is to decide it; null: the one above the one that has the complaint
     */
    @Transactional
    public void appealed(UUID appealId, UUID complaintId, String platform, @Nullable Tier tier) {
        agents.lockAssignments();
        appeals.keep(appealId, complaintId, platform, tier == null ? above(complaintId) : tier, false);
        move(complaintId, platform);
    }

    /** An appeal was decided or withdrawn. */
    @Transactional
    public void ended(UUID appealId, UUID complaintId, String platform) {
        appeals.keep(appealId, complaintId, platform, Tier.JUNIOR, true);
    }

    /** Somebody decided; it may be read after the appeal against it. */
    @Transactional
    public void decided(UUID complaintId, String platform, @Nullable String decider) {
        if (decider == null) {
            return;
        }
        agents.lockAssignments();
        appeals.keepDecider(complaintId, platform, decider);
        move(complaintId, platform);
    }

    private void move(UUID complaintId, String platform) {
        Tier needed = appeals.open(complaintId, platform).orElse(null);
        Optional<Assigned> found =
                cases.lock(complaintId).filter(assigned -> assigned.platform().equals(platform));
        if (needed != null && found.isPresent() && !ends.isOver(complaintId, platform)) {
            move(complaintId, found.get(), needed);
        }
    }

    private void move(UUID complaintId, Assigned current, Tier needed) {
        String platform = current.platform();
        Set<String> deciders = appeals.deciders(complaintId, platform);
        Tier tier = current.tier().compareTo(needed) < 0 ? needed : current.tier();
        if (tier == current.tier() && !deciders.contains(current.owner())) {
            return;
        }
        String owner = agents.assign(platform, tier, deciders);
        if (tier == current.tier() && deciders.contains(owner)) {
            // Nobody else is there: it is no gain to hand it round among those who decided.
            agents.release(platform, owner);
            return;
        }
        agents.release(platform, current.owner());
        Instant now = cases.reassign(complaintId, tier, owner);
        events.assigned(
                new Assignment(complaintId, platform, current.queue(), tier, owner, Assignment.Cause.APPEALED, now));
    }

    private Tier above(UUID complaintId) {
        return cases.lock(complaintId).map(Assigned::tier).orElse(Tier.JUNIOR).above();
    }
}
