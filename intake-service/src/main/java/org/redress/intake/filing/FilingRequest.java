package org.redress.intake.filing;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.Instant;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.hibernate.validator.constraints.CodePointLength;
import org.jspecify.annotations.Nullable;
import org.redress.intake.complaint.Category;
import org.redress.intake.complaint.Channel;
import org.redress.intake.complaint.DemandType;

/**
 * The body of a filing, as it arrives (R01, R03, R04, R05). Single fields are bounded here; what they mean together is
 * judged by {@link FilingRules}.
 *
 * @param platform the selling platform; must be the caller's tenant
 * @param orderNo the order's number as the platform writes it
 * @param category what the complainant thinks it is about; corrected by triage, never by filing again
 * @param description what happened: time, order, what happened, effect
 * @param occurredAt when it happened; not in the future
 * @param demands what is asked for
 * @param amount the amount in dispute: positive decimal, as many decimals as the currency has
 * @param currency its ISO 4217 code
 * @param channel by which way it came in
 * @param merchantId the seller, as the platform names it
 * @param productId the goods, as the platform names them
 * @param goodsExpireAt when the goods lose their worth
 * @param impact what it means for the complainant
 * @param complainant who complains
 */
@Schema(name = "Filing")
public record FilingRequest(
        @NotBlank @CodePointLength(max = 32) String platform,
        @NotBlank @CodePointLength(max = 64) String orderNo,
        @Nullable Category category,
        @NotBlank @CodePointLength(max = 4000) String description,
        @Nullable Instant occurredAt,

        @NotNull @Size(min = 1, max = 8) List<@NotNull @Valid DemandRequest> demands,

        @Schema(examples = "100.00") @Nullable @CodePointLength(max = 16)
        String amount,

        @Schema(examples = "CNY") @Nullable @CodePointLength(max = 3)
        String currency,

        @NotNull Channel channel,
        @Nullable @CodePointLength(max = 64) String merchantId,
        @Nullable @CodePointLength(max = 64) String productId,
        @Nullable Instant goodsExpireAt,
        @Nullable @CodePointLength(max = 2000) String impact,
        @NotNull @Valid ComplainantRequest complainant) {

    /**
     * One thing asked for.
     *
     * @param amount how much, for REFUND and COMPENSATE alone
     * @param currency its ISO 4217 code
     * @param text what exactly; OTHER says here what would be enough
     */
    @Schema(name = "Demand")
    public record DemandRequest(
            @NotNull DemandType type,
            @Nullable @CodePointLength(max = 16) String amount,
            @Nullable @CodePointLength(max = 3) String currency,
            @Nullable @CodePointLength(max = 500) String text) {}

    /**
     * Who complains, and how to be reached.
     *
     * @param id the subject of the complainant's own tokens
     * @param phone in any usual form; numbers without a country code are read as Chinese ones
     */
    @Schema(name = "Complainant")
    public record ComplainantRequest(
            @NotBlank @CodePointLength(max = 128) String id,
            @Nullable @CodePointLength(max = 100) String name,
            @Nullable @CodePointLength(max = 32) String phone,
            @Nullable @CodePointLength(max = 254) String email) {

        /** Shows the subject alone: names, phones and addresses stay out of logs. */
        @Override
        public String toString() {
            return "ComplainantRequest[id=" + id + "]";
        }
    }
}
