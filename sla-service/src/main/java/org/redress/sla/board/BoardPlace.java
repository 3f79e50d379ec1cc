package org.redress.sla.board;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A place in the list, which goes by due time and then by id; clocks without a due time come last.
 *
 * @param dueAt null among those without
 */
record BoardPlace(@Nullable Instant dueAt, UUID clockId) {}
