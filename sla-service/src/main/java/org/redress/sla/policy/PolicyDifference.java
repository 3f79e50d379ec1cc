package org.redress.sla.policy;

import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * What happened to one rule between two versions. A rule is known by its metric and the cases it is for.
 *
 * @param change ADDED, REMOVED, CHANGED, or MOVED: tried before or after other rules of its metric than it was
 * @param when the cases, in words
 * @param before its position in the one version, from 0
 * @param after its position in the other
 * @param fields what changed in it
 */
@Schema(name = "PolicyDifference")
record PolicyDifference(
        String change,
        String metric,
        String when,
        @Nullable Integer before,
        @Nullable Integer after,
        List<Field> fields) {

    /**
     * A field that says something else. Null: the field was, or is, not there.
     */
    @Schema(name = "PolicyFieldDifference")
    record Field(
            String field, @Nullable Object before, @Nullable Object after) {}
}
