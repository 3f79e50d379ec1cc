package org.redress.intake.remedy;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;
import org.redress.contract.intake.OfferOutcome;
import org.redress.contract.intake.RemedyType;
import org.redress.intake.complaint.ComplaintView.DemandView;
import org.redress.intake.lifecycle.RemedyState;

/**
 * All that was asked for, offered and ordered on a complaint, each with its whole history (R50).
 *
 * @param asked what the complainant demanded
 * @param offers settlements offered before a decision, oldest first
 * @param remedies what was ordered, oldest first
 * @param totals money, one entry a currency
 */
@Schema(name = "RemedyLedger")
public record RemedyLedgerView(
        UUID complaintId,
        List<DemandView> asked,
        List<OfferView> offers,
        List<RemedyView> remedies,
        List<TotalView> totals) {

    /**
     * An offered settlement.
     *
     * @param until until when it can be taken
     * @param outcome how it ended; absent while it waits for its answer
     * @param remedyId the remedy that was ordered with it, if it was taken
     */
    @Schema(name = "RemedyOffer")
    public record OfferView(
            UUID id,
            RemedyType type,
            @Nullable String amount,
            @Nullable String currency,
            Instant dueAt,
            Instant until,
            @Nullable OfferOutcome outcome,
            @Nullable UUID remedyId,
            List<StepView> history) {}

    /**
     * A remedy.
     *
     * @param decisionId the decision that ordered it, if one did
     * @param overdue whether it is not carried out and its time has passed
     * @param proof what shows that it was carried out; absent until it was
     * @param order its order to the platform, for staff; absent where a person carries it out
     */
    @Schema(name = "LedgerRemedy")
    public record RemedyView(
            UUID id,
            @Nullable UUID decisionId,
            RemedyType type,
            @Nullable String amount,
            @Nullable String currency,
            Instant dueAt,
            RemedyState state,
            boolean overdue,
            @Nullable ProofView proof,
            List<StepView> history,
            @Nullable OrderView order) {}

    /**
     * What shows that a remedy was carried out.
     *
     * @param platformReference the platform's own name for what it did
     * @param carriedOutAt by the platform's clock
     * @param receiptSha256 of the platform's receipt
     */
    @Schema(name = "RemedyProof")
    public record ProofView(
            @Nullable String platformReference,
            @Nullable Instant carriedOutAt,
            @Nullable String receiptSha256) {}

    /**
     * One step in the life of an offer or a remedy.
     *
     * @param step {@code OFFERED}, {@code ORDERED}, {@code ACCEPTED}, {@code EXECUTED}, {@code CONFIRMED}, …
     * @param by who, as in the timeline
     * @param reason a code, if there is one
     */
    @Schema(name = "RemedyStep")
    public record StepView(
            String step, Instant at, String by, @Nullable String reason) {}

    /**
     * An order to the platform; its id is the remedy's.
     *
     * @param recalled whether it is being, or was, taken back
     * @param attempts how often the platform was called for it
     * @param nextAttemptAt when it is taken up again; absent when nothing more is to be done by the machine
     * @param reference what the platform calls it
     * @param reason why it ended without being carried out
     * @param lastAnswer a short code of the last unclear answer
     */
    @Schema(name = "RemedyOrder")
    public record OrderView(
            UUID id,
            OrderState state,
            boolean recalled,
            int attempts,
            Instant orderedAt,
            @Nullable Instant acceptedAt,
            @Nullable Instant endedAt,
            @Nullable Instant nextAttemptAt,
            @Nullable String reference,
            @Nullable String reason,
            @Nullable String lastAnswer) {}

    /**
     * Money in one currency, of remedies of money alone.
     *
     * @param granted ordered and not cancelled
     * @param carriedOut of that carried out, whether confirmed or not
     * @param confirmed of that confirmed
     * @param open of what was granted still to come, disputed or being taken back
     */
    @Schema(name = "RemedyTotal")
    public record TotalView(String currency, String granted, String carriedOut, String confirmed, String open) {}
}
