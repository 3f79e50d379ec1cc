package org.redress.triage.freeze;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A freeze as staff see it.
 *
 * @param accountId the account, as the platform names it
 * @param reason the name of the rule that asked for it
 * @param attempts how often the platform was called for it
 * @param nextAttemptAt when it is taken up again; null when nothing more is to be done by the machine
 * @param reference the platform's own name for it
 * @param failure why it needs a person: {@code OUTDATED}, {@code REFUSED} with the status, {@code NO_CLEAR_ANSWER}
 */
public record Freeze(
        UUID freezeId,
        UUID complaintId,
        String accountId,
        String reason,
        FreezeState state,
        Instant orderedAt,
        int attempts,
        @Nullable Instant nextAttemptAt,
        @Nullable String reference,
        @Nullable Instant confirmedAt,
        @Nullable String failure) {}
