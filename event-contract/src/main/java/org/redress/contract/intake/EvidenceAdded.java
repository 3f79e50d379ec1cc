package org.redress.contract.intake;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.redress.contract.Actor;
import org.redress.contract.EventData;
import org.redress.contract.FieldRule;

/**
 * A piece of evidence came in, or a new version of one (R10, R15). Nothing is ever overwritten.
 *
 * @param complaintId the complaint
 * @param evidenceId the piece of evidence, the same over its versions
 * @param version its version, from 1
 * @param kind what it shows
 * @param mediaType what the file is, by its content
 * @param size its length in bytes
 * @param sha256 the SHA-256 of the original file, 64 hexadecimal digits
 * @param occurredAt when what it shows happened (R12); optional
 * @param requestId the request for material that it answers; optional
 * @param itemId the item of that request; optional
 * @param by who added it
 * @param addedAt when it was added
 */
public record EvidenceAdded(
        UUID complaintId,
        UUID evidenceId,
        int version,
        EvidenceKind kind,
        String mediaType,
        long size,
        String sha256,
        @Nullable Instant occurredAt,
        @Nullable UUID requestId,
        @Nullable String itemId,
        Actor by,
        Instant addedAt)
        implements IntakeEvent {
    /** The wire name. */
    public static final String TYPE = "org.redress.evidence-added.v1";

    /** Checks the rules of single fields. */
    public EvidenceAdded {
        FieldRule.atLeast("version", version, 1);
        FieldRule.atLeast("size", size, 0);
        FieldRule.sha256("sha256", sha256);
    }

    @Override
    public String type() {
        return TYPE;
    }

    @Override
    public byte[] data() {
        return EventData.write(this);
    }
}
