package org.redress.intake.completeness;

import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.redress.intake.complaint.MissingItem;

/**
 * What a complaint or a form lacks.
 *
 * @param complete nobody has to hand in anything more; what the platform holds may still be on its way
 * @param missing the most useful first
 */
@Schema(name = "Completeness")
public record CompletenessView(boolean complete, List<MissingItem> missing) {
    static CompletenessView of(List<MissingItem> missing) {
        return new CompletenessView(missing.stream().allMatch(MissingItem::heldByPlatform), missing);
    }
}
