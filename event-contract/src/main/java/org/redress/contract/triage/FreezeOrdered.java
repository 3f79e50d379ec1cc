package org.redress.contract.triage;

import java.time.Instant;
import java.util.UUID;
import org.redress.contract.EventData;

/**
 * The platform was told to freeze an account to protect it (R21).
 *
 * @param complaintId the complaint
 * @param freezeId the freeze
 * @param accountId the account, as the platform names it
 * @param reason why, a code or a short text without personal data
 * @param orderedAt when it was ordered
 */
public record FreezeOrdered(UUID complaintId, UUID freezeId, String accountId, String reason, Instant orderedAt)
        implements TriageEvent {
    /** The wire name. */
    public static final String TYPE = "org.redress.freeze-ordered.v1";

    @Override
    public String type() {
        return TYPE;
    }

    @Override
    public byte[] data() {
        return EventData.write(this);
    }
}
