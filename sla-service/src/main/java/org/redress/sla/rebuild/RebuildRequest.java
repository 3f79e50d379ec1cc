package org.redress.sla.rebuild;

import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * What is to be computed anew: a complaint, the caller's platform, or, for admins, all platforms.
 *
 * @param complaintId only that complaint
 * @param allPlatforms everything there is, not together with a complaint; absent: false
 * @param dryRun only say what would change; absent: false
 */
@Schema(name = "RebuildRequest")
public record RebuildRequest(
        @Nullable UUID complaintId,
        @Nullable Boolean allPlatforms,
        @Nullable Boolean dryRun) {

    boolean ofAllPlatforms() {
        return Boolean.TRUE.equals(allPlatforms);
    }

    boolean changesNothing() {
        return Boolean.TRUE.equals(dryRun);
    }
}
