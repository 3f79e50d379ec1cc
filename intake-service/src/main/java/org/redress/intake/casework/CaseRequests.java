package org.redress.intake.casework;

import jakarta.validation.Valid;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.time.Instant;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.hibernate.validator.constraints.CodePointLength;
import org.hibernate.validator.constraints.UniqueElements;
import org.jspecify.annotations.Nullable;
import org.redress.contract.intake.Channel;
import org.redress.contract.intake.EvidenceKind;

/**
 * The bodies of commands that talk and ask. Texts are kept as they are written and never leave the service unmasked; times
 * are in the future.
 */
public final class CaseRequests {
    private CaseRequests() {}

    /** Whose words a message holds, or whom it is for. */
    @Schema(name = "MessageSide")
    public enum Side {
        /** Who complains. */
        COMPLAINANT,
        /** The platform's own people; a message to them alone is an internal note. */
        AGENT
    }

    /**
     * A message.
     *
     * @param text what is said
     * @param to whom it is for; left out: everybody on the case. Only staff choose.
     * @param from whose words they are, if staff write down what a complainant said, e.g. on the hotline
     */
    @Schema(name = "NewMessage")
    public record MessageRequest(
            @NotBlank @CodePointLength(max = 4000) @Characters
            String text,

            @Nullable Side to,
            @Nullable Side from) {}

    /**
     * A release of the merchant's evidence to the complainant.
     *
     * @param version the version that was looked at; it and those before it are shown
     * @param reason why, for the record
     */
    @Schema(name = "EvidenceRelease")
    public record ReleaseRequest(
            @NotNull @Min(1) Integer version,

            @NotBlank @CodePointLength(max = 2000) @Characters
            String reason) {}

    /**
     * An answer to the complainant (R23).
     *
     * @param template whether it is an automatic acknowledgement; it meets no deadline
     */
    @Schema(name = "NewResponse")
    public record ResponseRequest(
            @NotBlank @CodePointLength(max = 4000) @Characters
            String text,

            @Nullable Boolean template) {}

    /**
     * A request for material (R14).
     *
     * @param items everything that is missing, each with its reason
     * @param dueAt until when it is waited for; left out: as long as the platform's profile says, or until the goods expire
     * @param note a word with it
     */
    @Schema(name = "NewMaterialsRequest")
    public record MaterialsRequest(
            @NotNull @Size(min = 1, max = 20) List<@NotNull @Valid ItemRequest> items,
            @Nullable @Range Instant dueAt,

            @Nullable @CodePointLength(max = 2000) @Characters
            String note) {}

    /**
     * One thing asked for.
     *
     * @param itemId names it within the request; left out: its place, from 1
     * @param kind the kind of evidence it would be
     */
    @Schema(name = "NewRequestItem")
    public record ItemRequest(
            @Nullable @Pattern(regexp = "[A-Za-z0-9._-]{1,32}") @NoPersonalData
            String itemId,

            @Nullable EvidenceKind kind,

            @NotBlank @CodePointLength(max = 500) @Characters
            String text,

            @NotBlank @CodePointLength(max = 500) @Characters
            String reason) {}

    /**
     * What was asked for.
     *
     * @param items the items supplied, by their ids in the open request
     * @param note a word with them
     */
    @Schema(name = "NewSupplement")
    public record SupplementRequest(
            @Schema(uniqueItems = true) @NotNull @Size(min = 1, max = 20) @UniqueElements
            List<@NotBlank @CodePointLength(max = 32) String> items,

            @Nullable @CodePointLength(max = 4000) @Characters
            String note) {}

    /** A question to the merchant (R07). */
    @Schema(name = "NewMerchantQuestion")
    public record QuestionRequest(
            @NotBlank @CodePointLength(max = 4000) @Characters
            String text,

            @NotNull @Range Instant dueAt) {}

    /** Words alone, e.g. the merchant's statement. */
    @Schema(name = "Statement")
    public record StatementRequest(
            @NotBlank @CodePointLength(max = 4000) @Characters
            String text) {}

    /** A promise with a time (R40). */
    @Schema(name = "NewCommitment")
    public record CommitmentRequest(
            @NotBlank @CodePointLength(max = 2000) @Characters
            String text,

            @NotNull @Range Instant dueAt) {}

    /** A word, if there is one. */
    @Schema(name = "Note")
    public record NoteRequest(
            @Nullable @CodePointLength(max = 2000) @Characters
            String note) {}

    /** A reason. */
    @Schema(name = "Reason")
    public record ReasonRequest(
            @NotBlank @CodePointLength(max = 4000) @Characters
            String reason) {}

    /**
     * An urging (R40).
     *
     * @param channel how it came in; left out: the case's own page
     */
    @Schema(name = "NewUrging")
    public record UrgingRequest(
            @Nullable Channel channel,

            @Nullable @CodePointLength(max = 2000) @Characters
            String note) {}
}
