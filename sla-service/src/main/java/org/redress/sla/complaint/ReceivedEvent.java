package org.redress.sla.complaint;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * An event of a complaint, to be kept.
 *
 * @param source who wrote it
 * @param id the same in every delivery
 * @param sequence rising per source and complaint
 * @param happenedAt when it happened, not when it was heard of
 * @param json the data, less free text
 * @param fact what it means for clocks; null when nothing, as far as is known today
 */
public record ReceivedEvent(
        UUID complaintId,
        String platform,
        String source,
        UUID id,
        String type,
        long sequence,
        Instant happenedAt,
        String json,
        @Nullable Fact fact) {}
