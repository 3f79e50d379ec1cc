package org.redress.contract.intake;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.redress.contract.Actor;
import org.redress.contract.EventData;
import org.redress.contract.FieldRule;

/**
 * The complainant was asked for more material: one itemised list, with a reason an item and a due time (R14).
 *
 * @param complaintId the complaint
 * @param requestId the request
 * @param round which request of the complaint it is, from 1
 * @param items what is asked for
 * @param dueAt until when it is waited for
 * @param by who asked
 * @param requestedAt when
 */
public record MaterialsRequested(
        UUID complaintId,
        UUID requestId,
        int round,
        List<RequestedItem> items,
        Instant dueAt,
        Actor by,
        Instant requestedAt)
        implements IntakeEvent {
    /** The wire name. */
    public static final String TYPE = "org.redress.materials-requested.v1";

    /** Checks the rules of single fields. */
    public MaterialsRequested {
        FieldRule.atLeast("round", round, 1);
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
