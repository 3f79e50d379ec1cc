package org.redress.triage.preview;

import jakarta.validation.constraints.NotBlank;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.hibernate.validator.constraints.CodePointLength;
import org.jspecify.annotations.Nullable;
import org.redress.triage.judgement.Category;

/**
 * What would be filed.
 *
 * @param platform must be the caller's
 * @param description what happened
 * @param category what the complainant would pick
 * @param amount the money at stake: positive, with no more decimals than its currency has
 * @param currency its ISO 4217 code; CNY if there is an amount without one
 * @param channel the channel it would come through; does not bear on the judgement
 */
@Schema(name = "TriagePreviewRequest")
public record PreviewRequest(
        @NotBlank @CodePointLength(max = 32) String platform,
        @NotBlank @CodePointLength(max = 20_000) String description,
        @Nullable Category category,

        @Schema(examples = "100.00") @Nullable @CodePointLength(max = 16)
        String amount,

        @Schema(examples = "CNY") @Nullable @CodePointLength(max = 3)
        String currency,

        @Nullable PreviewChannel channel) {

    /** The channels a complaint can come through (R01). */
    public enum PreviewChannel {
        APP,
        WEB,
        HOTLINE,
        MAIL,
        THIRD_PARTY,
        PARTNER
    }

    /** Says nothing of the text. */
    @Override
    public String toString() {
        return "PreviewRequest[platform=" + platform + ", category=" + category + "]";
    }
}
