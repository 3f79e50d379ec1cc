package org.redress.intake.complaint;

import java.time.Instant;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * A complaint in lists and on the live stream: without texts and without personal data.
 *
 * @param complainantId null for merchants
 * @param dueAt the earliest due time among its running promises
 */
@Schema(name = "ComplaintSummary")
public record ComplaintSummary(
        UUID id,
        String number,
        String platform,
        ComplaintStatus status,
        String orderNo,
        @Nullable Category category,
        @Nullable Severity severity,
        @Nullable String queue,
        @Nullable String tier,
        @Nullable String owner,
        Channel channel,
        @Nullable String amount,
        @Nullable String currency,
        @Nullable String complainantId,
        Instant filedAt,
        Instant updatedAt,
        @Nullable Instant dueAt) {

    /** Without who complains and who works on it: a merchant learns of both only what is asked of them. */
    public ComplaintSummary forMerchant() {
        return new ComplaintSummary(
                id, number, platform, status, orderNo, category, severity, null, null, null, channel, amount, currency,
                null, filedAt, updatedAt, dueAt);
    }
}
