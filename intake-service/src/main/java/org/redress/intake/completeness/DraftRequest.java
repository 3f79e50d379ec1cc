package org.redress.intake.completeness;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.hibernate.validator.constraints.CodePointLength;
import org.hibernate.validator.constraints.UniqueElements;
import org.jspecify.annotations.Nullable;
import org.redress.contract.intake.EvidenceKind;
import org.redress.intake.complaint.Category;
import org.redress.service.money.MoneyText;

/**
 * A form as far as it is filled in. Nothing but the platform is needed, and nothing is stored.
 *
 * @param evidence the kinds that are about to be handed in
 */
@Schema(name = "FilingDraft")
public record DraftRequest(
        @NotBlank @CodePointLength(max = 32) String platform,
        @Nullable Category category,
        @Nullable @CodePointLength(max = 4000) String description,
        @Nullable Instant occurredAt,

        @Schema(examples = "100.00") @Nullable @CodePointLength(max = 16)
        String amount,

        @Schema(examples = "CNY") @Nullable @CodePointLength(max = 3)
        String currency,

        @Nullable @CodePointLength(max = 64) String merchantId,
        @Nullable @CodePointLength(max = 64) String productId,
        @Nullable Instant goodsExpireAt,
        @Nullable @CodePointLength(max = 2000) String impact,

        @Schema(uniqueItems = true) @Nullable @Size(max = 11) @UniqueElements
        List<@NotNull EvidenceKind> evidence) {

    Given given(Holding order) {
        Set<String> fields = new HashSet<>();
        if (description != null && !VagueWords.sayNothing(description)) {
            fields.add("description");
        }
        BigDecimal money = amount == null
                ? null
                : MoneyText.amountOf(
                                amount,
                                currency == null
                                        ? null
                                        : MoneyText.currencyOf(currency).orElse(null))
                        .orElse(null);
        MissingItems.addIfThere(fields, "occurredAt", occurredAt);
        MissingItems.addIfThere(fields, "amount", money);
        MissingItems.addIfThere(fields, "impact", impact == null || impact.isBlank() ? null : impact);
        MissingItems.addIfThere(fields, "category", category);
        MissingItems.addIfThere(fields, "merchantId", merchantId);
        MissingItems.addIfThere(fields, "productId", productId);
        MissingItems.addIfThere(fields, "goodsExpireAt", goodsExpireAt);
        return new Given(category, fields, money, currency, evidence == null ? Set.of() : Set.copyOf(evidence), order);
    }
}
