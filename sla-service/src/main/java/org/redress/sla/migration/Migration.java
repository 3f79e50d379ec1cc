package org.redress.sla.migration;

import java.time.Instant;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A migration of a platform's open complaints.
 *
 * @param fromVersions only complaints that have one of these; null: any other than {@code toVersion}
 * @param reason why, in a person's words
 */
record Migration(
        UUID id,
        String platform,
        int toVersion,
        @Nullable Set<Integer> fromVersions,
        String reason,
        State state,
        Instant createdAt,
        String createdBy,
        @Nullable Instant endedAt) {

    /** Where it is. */
    enum State {
        /** Complaints are being moved, or will be by the next tick. */
        RUNNING,
        /** A person ended it; what was moved stays moved. */
        STOPPED,
        /** Every complaint was moved, left out or has failed. */
        DONE
    }

    /** What became of a complaint. */
    enum CaseState {
        /** Not looked at yet. */
        PENDING,
        /** It has the new version. */
        MOVED,
        /** It had another version by then, or was moved by someone else. */
        LEFT_OUT,
        /** It could not be computed and is as it was; the reason says why. */
        FAILED
    }
}
