package org.redress.sla.breach;

import java.time.Duration;
import java.time.Instant;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * A level that fired.
 *
 * @param level position in its rule, from 0
 * @param kind WARNING, BREACH, ESCALATION or LAPSE
 * @param to who was told, as the policy names it
 * @param firesAt when it was to fire
 * @param detectedAt when it fired, on the database's clock
 * @param lateBy from firesAt to detectedAt
 * @param state of the clock, now
 * @param metAt when the clock was met, if it was
 * @param withdrawnAt when it turned out that this breach does not count; should the clock be breached after all, that is another one
 * @param withdrawnReason MET_IN_TIME, CANCELLED_IN_TIME, DUE_LATER or NOT_OWED
 * @param rebuilt whether a rebuild found out about it long after its time: recorded, never told
 */
@Schema(name = "FiredLevel")
record Breach(
        UUID id,
        UUID complaintId,
        UUID clockId,
        String platform,
        String metric,
        int cycle,
        int level,
        String kind,
        String to,
        Instant dueAt,
        Instant firesAt,
        Instant detectedAt,
        @Schema(implementation = String.class) Duration lateBy,
        String state,
        @Nullable Instant metAt,
        @Nullable Instant withdrawnAt,
        @Nullable String withdrawnReason,
        boolean rebuilt) {}
