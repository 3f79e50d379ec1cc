package org.redress.sla.rebuild;

import java.time.Instant;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * An order to compute clocks anew.
 *
 * @param platform of whoever asked for it
 * @param complaintId only that complaint; null for all of the platform or of all platforms
 * @param dryRun whether it only says what would change
 * @param state RUNNING, DONE or CANCELLED
 * @param afterId the last complaint that is done, by rising id
 * @param complaints how many are done
 * @param changed how many clocks differ from what was stored
 * @param failed how many complaints could not be computed; they are left as they are
 * @param total how many there are to do, as of now
 */
@Schema(name = "Rebuild")
public record Rebuild(
        UUID id,
        String platform,
        @Nullable UUID complaintId,
        boolean allPlatforms,
        boolean dryRun,
        String state,
        String requestedBy,
        Instant requestedAt,
        @Nullable Instant finishedAt,
        @Nullable UUID afterId,
        long complaints,
        long changed,
        long failed,
        long total) {}
