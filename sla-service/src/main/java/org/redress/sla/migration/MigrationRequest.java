package org.redress.sla.migration;

import jakarta.validation.constraints.NotNull;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * Which open complaints are to be moved where.
 *
 * @param toVersion the version they are to have
 * @param fromVersions only complaints that have one of these; absent: any other
 * @param reason why, for those who look at it later; needed to run a migration, not to preview one
 */
@Schema(name = "MigrationRequest")
record MigrationRequest(
        @NotNull Integer toVersion,
        @Nullable List<@NotNull Integer> fromVersions,
        @Nullable String reason) {}
