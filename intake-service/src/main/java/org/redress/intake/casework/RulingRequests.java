package org.redress.intake.casework;

import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.time.Instant;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.hibernate.validator.constraints.CodePointLength;
import org.jspecify.annotations.Nullable;
import org.redress.contract.intake.AppealOutcome;
import org.redress.contract.intake.DecisionOutcome;
import org.redress.contract.intake.RemedyType;
import org.redress.intake.lifecycle.Part;
import org.redress.intake.privacy.Reference;

/** The bodies of commands that decide, put right, refer and rate. */
public final class RulingRequests {
    private static final String CODE = "[A-Z0-9_]{1,64}";
    private static final String NOT_WORDS = "{org.redress.reference}";

    private RulingRequests() {}

    /**
     * A remedy.
     *
     * @param amount a positive decimal with the currency's decimals; REFUND, COMPENSATE and COUPON need one, others take none
     * @param currency its ISO 4217 code
     * @param dueAt by when it is to be carried out
     * @param note a word with it; kept in the archive, of a decision's remedy behind the reasons
     */
    @Schema(name = "NewRemedy")
    public record RemedyRequest(
            @NotNull RemedyType type,

            @Schema(examples = "100.00") @Nullable @CodePointLength(max = 16)
            String amount,

            @Schema(examples = "CNY") @Nullable @CodePointLength(max = 3)
            String currency,

            @NotNull @Range Instant dueAt,

            @Nullable @CodePointLength(max = 2000) @Characters
            String note) {}

    /**
     * A settlement offered before a decision (R35).
     *
     * @param amount as for a remedy
     * @param currency its ISO 4217 code
     * @param dueAt by when it is carried out if it is taken; after {@code until}
     * @param until until when it can be taken
     */
    @Schema(name = "NewOffer")
    public record OfferRequest(
            @NotNull RemedyType type,

            @Schema(examples = "60.00") @Nullable @CodePointLength(max = 16)
            String amount,

            @Schema(examples = "CNY") @Nullable @CodePointLength(max = 3)
            String currency,

            @NotNull @Range Instant dueAt,
            @NotNull @Range Instant until,

            @Nullable @CodePointLength(max = 2000) @Characters
            String note) {
        RemedyRequest remedy() {
            return new RemedyRequest(type, amount, currency, dueAt, null);
        }
    }

    /**
     * A decision (R25, R30).
     *
     * @param basis the rules it rests on, of those that the platform publishes
     * @param facts what was found; left out: the reason says it too
     * @param reason why it is decided so
     */
    @Schema(name = "NewDecision")
    public record DecisionRequest(
            @NotNull DecisionOutcome outcome,

            @NotNull @Size(min = 1, max = 20) List<@NotBlank @CodePointLength(max = 128) @Characters String> basis,

            @NotBlank @CodePointLength(max = 8000) @Characters
            String reason,

            @Nullable @CodePointLength(max = 8000) @Characters
            String facts,

            @Nullable @Size(max = 8) List<@NotNull @Valid RemedyRequest> remedies) {
        /** The reasons and what is said of its remedies, as the archive keeps them. */
        String words() {
            return withNotes(reason, remedies);
        }
    }

    /**
     * An appeal (R31).
     *
     * @param news what is new; some platforms ask for it. In the archive as {@code facts} beside the reason
     */
    @Schema(name = "NewAppeal")
    public record AppealRequest(
            @NotBlank @CodePointLength(max = 4000) @Characters
            String reason,

            @Nullable @CodePointLength(max = 4000) @Characters
            String news) {}

    /**
     * The decision of an appeal.
     *
     * @param decision how the case is decided instead; needed for CHANGED, not taken otherwise
     * @param remedies what is ordered instead; for CHANGED alone
     */
    @Schema(name = "AppealDecision")
    public record AppealDecisionRequest(
            @NotNull AppealOutcome outcome,
            @Nullable DecisionOutcome decision,

            @NotNull @Size(min = 1, max = 20) List<@NotBlank @CodePointLength(max = 128) @Characters String> basis,

            @NotBlank @CodePointLength(max = 8000) @Characters
            String reason,

            @Nullable @Size(max = 8) List<@NotNull @Valid RemedyRequest> remedies) {
        /** The reasons and what is said of its remedies, as the archive keeps them. */
        String words() {
            return withNotes(reason, remedies);
        }
    }

    private static String withNotes(String reason, @Nullable List<RemedyRequest> remedies) {
        Stream<String> notes = Stream.ofNullable(remedies)
                .flatMap(List::stream)
                .filter(remedy -> remedy.note() != null)
                .map(remedy -> remedy.type() + ": " + remedy.note());
        return Stream.concat(Stream.of(reason), notes).collect(Collectors.joining("\n"));
    }

    /**
     * A remedy was carried out. A platform may tell it as often as it likes, under the same reference.
     *
     * @param platformReference the platform's own name for what it did; it travels on topics, so no words and no phone
     * @param executedAt when it did it, by its own clock; not in the future
     * @param receiptSha256 the SHA-256 of its receipt, 64 hexadecimal digits
     */
    @Schema(name = "RemedyExecution")
    public record ExecutionRequest(
            @Schema(examples = "4200001234202611221234567890")
            @Nullable
            @CodePointLength(max = 128)
            @Pattern(regexp = Reference.FORM, message = NOT_WORDS)
            @NoPersonalData
            String platformReference,

            @Nullable @Range(future = false, message = "{org.redress.future}")
            Instant executedAt,

            @Nullable @Pattern(regexp = "[0-9a-f]{64}") String receiptSha256,

            @Nullable @CodePointLength(max = 2000) @Characters
            String note) {
        Part.@Nullable Receipt receipt() {
            return executedAt == null && receiptSha256 == null ? null : new Part.Receipt(executedAt, receiptSha256);
        }
    }

    /**
     * A referral (R34).
     *
     * @param body its code in the platform's profile
     * @param reference its own number for the case, no words and no phone: it travels on topics
     * @param dueAt until when its answer is expected
     */
    @Schema(name = "NewReferral")
    public record ReferralRequest(
            @NotBlank @CodePointLength(max = 64) String body,

            @Schema(examples = "12315-2026-0815")
            @Nullable
            @CodePointLength(max = 64)
            @Pattern(regexp = Reference.FORM, message = NOT_WORDS)
            @NoPersonalData
            String reference,

            @Nullable @Range Instant dueAt,

            @Nullable @CodePointLength(max = 2000) @Characters
            String note) {}

    /** What the body outside answered; {@code outcome} is a code such as {@code SETTLED}, {@code reference} as in a referral. */
    @Schema(name = "ReferralAnswer")
    public record ReferralAnswerRequest(
            @NotNull @Pattern(regexp = CODE) @NoPersonalData String outcome,

            @Schema(examples = "12315-2026-0815")
            @Nullable
            @CodePointLength(max = 64)
            @Pattern(regexp = Reference.FORM, message = NOT_WORDS)
            @NoPersonalData
            String reference,

            @Nullable @CodePointLength(max = 4000) @Characters
            String note) {}

    /** A rating (R51); {@code seller} left out is no opinion. */
    @Schema(name = "NewRating")
    public record RatingRequest(
            @NotNull @Min(1) @Max(5) Integer handling,
            @Nullable @Min(1) @Max(5) Integer seller,

            @Nullable @CodePointLength(max = 2000) @Characters
            String comment) {}
}
