package org.redress.intake.completeness;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.Currency;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.hibernate.validator.constraints.CodePointLength;
import org.hibernate.validator.constraints.UniqueElements;
import org.jspecify.annotations.Nullable;
import org.redress.contract.intake.EvidenceKind;
import org.redress.intake.complaint.Category;
import org.redress.intake.complaint.Demand;
import org.redress.intake.complaint.DemandType;
import org.redress.intake.complaint.Money;
import org.redress.intake.platform.FastLaneClaim;
import org.redress.service.money.MoneyText;

/**
 * A form as far as it is filled in. Nothing but the platform is needed, and nothing is stored.
 *
 * @param demands what is asked for; left out, a refund of the amount is taken for it
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

        @Nullable @Size(max = 8) List<@NotNull @Valid DemandDraft> demands,
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
        // An amount of which the currency is still to be chosen says something all the same.
        Currency unit = unit(currency);
        BigDecimal said =
                amount == null ? null : MoneyText.amountOf(amount, unit).orElse(null);
        MissingItems.addIfThere(fields, "occurredAt", occurredAt);
        MissingItems.addIfThere(fields, "amount", said);
        MissingItems.addIfThere(fields, "impact", impact == null || impact.isBlank() ? null : impact);
        MissingItems.addIfThere(fields, "category", category);
        MissingItems.addIfThere(fields, "merchantId", merchantId);
        MissingItems.addIfThere(fields, "productId", productId);
        MissingItems.addIfThere(fields, "goodsExpireAt", goodsExpireAt);
        var claim = new FastLaneClaim(category, null, money(amount, currency), asked());
        return new Given(claim, fields, evidence == null ? Set.of() : Set.copyOf(evidence), order, null);
    }

    private List<Demand> asked() {
        return demands == null
                ? List.of(new Demand(DemandType.REFUND, null, null))
                : demands.stream()
                        .map(one -> new Demand(one.type(), money(one.amount(), one.currency()), one.text()))
                        .toList();
    }

    private static @Nullable Money money(@Nullable String amount, @Nullable String currency) {
        Currency unit = unit(currency);
        return amount == null || unit == null
                ? null
                : MoneyText.amountOf(amount, unit)
                        .map(value -> new Money(value, unit))
                        .orElse(null);
    }

    private static @Nullable Currency unit(@Nullable String code) {
        return code == null ? null : MoneyText.currencyOf(code).orElse(null);
    }
}
