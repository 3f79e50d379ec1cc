package org.redress.triage.priority;

import jakarta.inject.Singleton;
import jakarta.transaction.Transactional;
import java.util.UUID;

/** Moves a complaint ahead in its queue, once a cause. The complaint need not be known yet, and may be over. */
@Singleton
public class RaisePriority {

    private final PriorityRepository raises;

    RaisePriority(PriorityRepository raises) {
        this.raises = raises;
    }

    /**
     * Keeps a raise.
     *
     * @param source what asked for it, the same however often and by whatever event it is told
     */
    @Transactional
    public void raise(UUID complaintId, String platform, String source, Raise raise) {
        raises.keep(complaintId, platform, source, raise);
    }
}
