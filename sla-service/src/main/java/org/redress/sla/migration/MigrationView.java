package org.redress.sla.migration;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;
import org.redress.sla.migration.Migration.CaseState;

/**
 * A migration as clients see it.
 *
 * @param total how many complaints it is about
 * @param pending how many are still to be looked at
 * @param moved how many have the new version
 * @param leftOut how many had another version by the time they were looked at
 * @param failed how many could not be computed and are as they were
 */
@Schema(name = "Migration")
@JsonInclude(JsonInclude.Include.ALWAYS)
record MigrationView(
        UUID id,
        String platform,
        int toVersion,
        @Nullable Set<Integer> fromVersions,
        String reason,
        Migration.State state,
        Instant createdAt,
        String createdBy,
        @Nullable Instant endedAt,
        long total,
        long pending,
        long moved,
        long leftOut,
        long failed) {

    static MigrationView of(Migration migration, Map<CaseState, Long> counts) {
        return new MigrationView(
                migration.id(),
                migration.platform(),
                migration.toVersion(),
                migration.fromVersions(),
                migration.reason(),
                migration.state(),
                migration.createdAt(),
                migration.createdBy(),
                migration.endedAt(),
                counts.values().stream().mapToLong(Long::longValue).sum(),
                counts.getOrDefault(CaseState.PENDING, 0L),
                counts.getOrDefault(CaseState.MOVED, 0L),
                counts.getOrDefault(CaseState.LEFT_OUT, 0L),
                counts.getOrDefault(CaseState.FAILED, 0L));
    }
}
