package org.redress.triage.freeze;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Where this feature tells what happened; in the running transaction. */
public interface FreezeEvents {

    /** A freeze was ordered. */
    void ordered(UUID freezeId, FreezeOrder order, Instant orderedAt);

    /** The platform acknowledged a freeze. */
    void confirmed(UUID freezeId, UUID complaintId, String platform, @Nullable String reference, Instant confirmedAt);
}
