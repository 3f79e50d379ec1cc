package org.redress.triage.priority;

import java.time.Instant;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * A complaint moved ahead in its queue.
 *
 * @param cause why
 * @param at when it was due to move, or was urged
 */
@Schema(name = "PriorityRaise")
public record Raise(Cause cause, Instant at) {

    /** Why a complaint moves ahead. */
    public enum Cause {
        /** A level of a deadline asked for it. */
        ESCALATED,
        /** The complainant urged (R40). */
        URGED
    }
}
