package org.redress.notification.delivery;

import java.time.Instant;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.redress.notification.planning.Channel;
import org.redress.notification.planning.Recipient;

/**
 * One message on one channel to one audience because of one event, as it stands.
 *
 * @param id the delivery's own id
 * @param complaintId the complaint it is about
 * @param platform the tenant
 * @param channel how it goes
 * @param recipient to whom
 * @param sentTo the masked number an SMS went to, once it is known
 * @param template which text
 * @param language in which language it was planned
 * @param params the values of the text
 * @param state where it stands
 * @param attempts how often it was tried
 * @param reason why it is not SENT, in a stable code and perhaps a detail; never personal
 * @param occurredAt time of the event it tells of
 * @param createdAt when it was planned
 * @param nextAttemptAt when it is acted on next, null once it is final
 * @param endedAt when it became SENT, FAILED or SKIPPED
 * @param firesAt when the deadline's level it tells of fell due; null for whatever is not of a deadline
 */
public record Delivery(
        UUID id,
        UUID complaintId,
        String platform,
        Channel channel,
        Recipient recipient,
        @Nullable String sentTo,
        String template,
        String language,
        Map<String, String> params,
        DeliveryState state,
        int attempts,
        @Nullable String reason,
        Instant occurredAt,
        Instant createdAt,
        @Nullable Instant nextAttemptAt,
        @Nullable Instant endedAt,
        @Nullable Instant firesAt) {}
