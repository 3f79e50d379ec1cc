package org.redress.contract.intake;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.redress.contract.Actor;
import org.redress.contract.EventData;

/**
 * The complainant supplied what was asked for (R14).
 *
 * @param complaintId the complaint
 * @param requestId the request that it answers
 * @param items the items supplied, by their ids in the request
 * @param complete whether nothing of the request is open any more
 * @param by who supplied it
 * @param suppliedAt when
 */
public record MaterialsSupplemented(
        UUID complaintId, UUID requestId, List<String> items, boolean complete, Actor by, Instant suppliedAt)
        implements IntakeEvent {
    /** The wire name. */
    public static final String TYPE = "org.redress.materials-supplemented.v1";

    /** Copies the lists. */
    public MaterialsSupplemented {
        items = List.copyOf(items);
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
