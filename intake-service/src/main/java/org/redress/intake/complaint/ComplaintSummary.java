package org.redress.intake.complaint;

import java.time.Instant;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * A complaint in lists and on the live stream: without texts and without personal data.
 *
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
        String complainantId,
        Instant filedAt,
        Instant updatedAt,
        @Nullable Instant dueAt) {}
