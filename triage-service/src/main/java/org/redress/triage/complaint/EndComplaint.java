package org.redress.triage.complaint;

import jakarta.inject.Singleton;
import jakarta.transaction.Transactional;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.redress.triage.routing.AgentRepository;

/**
 * Takes a complaint that is over out of its queue and off its owner's load, and puts one that goes on back. Intake's
 * latest word holds, in whatever order its words come.
 */
@Singleton
public class EndComplaint {

    private final AgentRepository agents;
    private final CaseRepository cases;
    private final EndRepository ends;

    EndComplaint(AgentRepository agents, CaseRepository cases, EndRepository ends) {
        this.agents = agents;
        this.cases = cases;
        this.ends = ends;
    }

    /**
     * The complaint was closed or withdrawn.
     *
     * @param sequence the place among intake's events of this complaint
     */
    @Transactional
    public void ended(UUID complaintId, String platform, long sequence, Instant at) {
        change(complaintId, platform, sequence, at);
    }

    /**
     * The complaint was reopened.
     *
     * @param sequence the place among intake's events of this complaint
     */
    @Transactional
    public void reopened(UUID complaintId, String platform, long sequence) {
        change(complaintId, platform, sequence, null);
    }

    private void change(UUID complaintId, String platform, long sequence, @Nullable Instant endedAt) {
        agents.lockAssignments();
        boolean before = ends.isOver(complaintId, platform);
        ends.keep(complaintId, platform, sequence, endedAt);
        boolean after = ends.isOver(complaintId, platform);
        if (before != after) {
            cases.lock(complaintId)
                    .filter(assigned -> assigned.platform().equals(platform))
                    .ifPresent(assigned -> load(platform, assigned.owner(), after));
        }
    }

    private void load(String platform, String owner, boolean over) {
        if (over) {
            agents.release(platform, owner);
        } else {
            agents.takeBack(platform, owner);
        }
    }
}
