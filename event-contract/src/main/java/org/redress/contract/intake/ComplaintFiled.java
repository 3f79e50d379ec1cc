package org.redress.contract.intake;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.redress.contract.Category;
import org.redress.contract.EventData;
import org.redress.contract.FieldRule;

/**
 * A complaint was accepted (R01, R06). The first event of every complaint.
 *
 * @param complaintId the complaint
 * @param number the number the complainant was given
 * @param platform the selling platform, the tenant
 * @param orderNo the order complained about
 * @param category what the complainant chose, if anything; optional
 * @param description what happened, with phone numbers, card codes and other personal data masked
 * @param occurredAt when it happened; optional
 * @param demands what is asked for (R04)
 * @param amount the amount in dispute, a decimal number as text; optional
 * @param currency its ISO 4217 code; optional
 * @param channel the channel it came through
 * @param merchantId the merchant, as the platform names it; optional
 * @param productId the goods, as the platform names them; optional
 * @param goodsExpireAt when the goods lose their value; optional
 * @param impact what it means for the complainant, masked; optional
 * @param complainantId the complainant, as the platform names them
 * @param language the language to answer in, a BCP 47 tag; optional
 * @param filedAt when it was accepted
 */
public record ComplaintFiled(
        UUID complaintId,
        String number,
        String platform,
        String orderNo,
        @Nullable Category category,
        String description,
        @Nullable Instant occurredAt,
        List<Demand> demands,
        @Nullable String amount,
        @Nullable String currency,
        Channel channel,
        @Nullable String merchantId,
        @Nullable String productId,
        @Nullable Instant goodsExpireAt,
        @Nullable String impact,
        String complainantId,
        @Nullable String language,
        Instant filedAt)
        implements IntakeEvent {
    /** The wire name. */
    public static final String TYPE = "org.redress.complaint-filed.v1";

    /** Checks the rules of single fields. */
    public ComplaintFiled {
        FieldRule.amount("amount", amount);
        FieldRule.currency("currency", currency);
        demands = List.copyOf(demands);
    }

    @Override
    public String type() {
        return TYPE;
    }

    @Override
    public byte[] data() {
        return EventData.write(this);
    }
}
