package org.redress.intake.completeness;

import java.math.BigDecimal;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.redress.contract.intake.EvidenceKind;
import org.redress.intake.complaint.Category;

/**
 * What there is of a complaint, filed or still a form.
 *
 * @param category what it is about, null where nobody has said
 * @param fields the names of the form's fields that say something
 * @param amount the amount in dispute
 * @param currency its ISO 4217 code
 * @param evidence the kinds of evidence that came in
 * @param order how far the platform's record can be counted on
 */
public record Given(
        @Nullable Category category,
        Set<String> fields,
        @Nullable BigDecimal amount,
        @Nullable String currency,
        Set<EvidenceKind> evidence,
        Holding order) {
    /** Copies the sets. */
    public Given {
        fields = Set.copyOf(fields);
        evidence = Set.copyOf(evidence);
    }
}
