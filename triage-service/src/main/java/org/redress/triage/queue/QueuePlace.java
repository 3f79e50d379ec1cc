package org.redress.triage.queue;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A place in a queue's order: after the item with these values.
 *
 * @param dueAt null: behind all that are due some time
 */
record QueuePlace(int rank, @Nullable Instant dueAt, UUID complaintId) {}
