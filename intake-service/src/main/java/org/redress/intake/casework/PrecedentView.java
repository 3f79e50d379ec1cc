package org.redress.intake.casework;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;
import org.redress.contract.Tier;
import org.redress.contract.intake.DecisionOutcome;
import org.redress.contract.intake.RemedyType;
import org.redress.intake.complaint.Category;

/**
 * A decided case like this one (R25), without anything that names a person.
 *
 * @param demands what was asked for
 * @param amount the range of its amount; null if it had none
 * @param basis the rules that the decision rests on
 * @param remedies what was granted
 * @param appealed whether an appeal led to this decision
 * @param sameAmount whether the amount is in the same range
 * @param sameDemands how many of the demands are the same
 * @param complaintId the case; for staff alone
 */
@Schema(name = "Precedent")
@JsonInclude(JsonInclude.Include.NON_NULL)
public record PrecedentView(
        Category category,
        List<String> demands,
        @Nullable AmountRange amount,
        @Nullable String currency,
        List<String> liability,
        DecisionOutcome outcome,
        List<String> basis,
        List<RemedyGranted> remedies,
        Tier tier,
        boolean appealed,
        Instant decidedAt,
        boolean sameAmount,
        int sameDemands,
        @Nullable UUID complaintId) {
    private static final List<String> BOUNDS = List.of("0", "10", "50", "100", "500", "1000", "5000");

    /**
     * A range of amounts.
     *
     * @param above more than this
     * @param upTo at most this, null for no bound
     */
    @Schema(name = "AmountRange")
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record AmountRange(String above, @Nullable String upTo) {}

    /** A remedy that was granted. */
    @Schema(name = "RemedyGranted")
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record RemedyGranted(
            RemedyType type,
            @Nullable String amount,
            @Nullable String currency) {}

    /** The range of a band as the database counts them, null for no amount. */
    static @Nullable AmountRange range(int band) {
        return band == 0 ? null : new AmountRange(BOUNDS.get(band - 1), band < BOUNDS.size() ? BOUNDS.get(band) : null);
    }

    /** The same for who is not to know which case it was. */
    PrecedentView anonymous() {
        return new PrecedentView(
                category,
                demands,
                amount,
                currency,
                liability,
                outcome,
                basis,
                remedies,
                tier,
                appealed,
                decidedAt,
                sameAmount,
                sameDemands,
                null);
    }
}
