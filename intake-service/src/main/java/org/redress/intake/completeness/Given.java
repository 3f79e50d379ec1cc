package org.redress.intake.completeness;

import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.redress.contract.intake.EvidenceKind;
import org.redress.intake.order.OrderFacts;
import org.redress.intake.platform.FastLaneClaim;

/**
 * What there is of a complaint, filed or still a form.
 *
 * @param claim what it is about and what is asked for
 * @param fields the names of the form's fields that say something
 * @param evidence the kinds of evidence that came in
 * @param order how far the platform's record can be counted on
 * @param facts what the platform told of the order, null until it has
 */
public record Given(
        FastLaneClaim claim,
        Set<String> fields,
        Set<EvidenceKind> evidence,
        Holding order,
        @Nullable OrderFacts facts) {
    /** Copies the sets. */
    public Given {
        fields = Set.copyOf(fields);
        evidence = Set.copyOf(evidence);
    }
}
