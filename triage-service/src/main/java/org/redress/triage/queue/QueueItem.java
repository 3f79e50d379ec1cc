package org.redress.triage.queue;

import java.time.Instant;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;
import org.redress.triage.judgement.Category;
import org.redress.triage.judgement.Severity;
import org.redress.triage.routing.Tier;

/**
 * A complaint that waits in a queue.
 *
 * @param rank its place: the higher the earlier. CRITICAL counts 10, URGENT 2, each cause that moved it ahead 1, at most 5
 * @param raises how often it was moved ahead
 * @param dueAt the earliest time one of its clocks is due; absent while none runs
 * @param since when it came to its owner
 */
@Schema(name = "QueueItem")
public record QueueItem(
        UUID complaintId,
        Category category,
        Severity severity,
        int rank,
        int raises,
        Tier tier,
        String owner,
        @Nullable Instant dueAt,
        Instant filedAt,
        Instant since) {}
