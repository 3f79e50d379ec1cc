package org.redress.notification.delivery;

import java.time.Instant;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;
import org.redress.notification.planning.Channel;
import org.redress.notification.planning.Recipient;

/**
 * A delivery as callers see it (R42): what was told, to whom, when, with what outcome.
 *
 * @param id the delivery
 * @param complaintId its complaint
 * @param platform the tenant
 * @param channel how it went
 * @param recipientKind a person or a role
 * @param recipient the masked number of an SMS once it is known, else {@code complainant:<id>}, {@code staff:<id>} or
 *     {@code role:<role>}; null while the case has no owner
 * @param template which text; the {@code kind} of an inbox message
 * @param language in which language it was planned
 * @param text the text in that language
 * @param state where it stands
 * @param attempts how often it was tried
 * @param reason why it is not sent: a code, and perhaps a detail
 * @param occurredAt time of what it tells of
 * @param createdAt when it was planned
 * @param nextAttemptAt when it is acted on next
 * @param endedAt when it became SENT, FAILED or SKIPPED
 */
@Schema(description = "One message on one channel to one recipient, and what became of it")
public record DeliveryView(
        UUID id,
        UUID complaintId,
        String platform,
        Channel channel,
        Recipient.Kind recipientKind,
        @Nullable String recipient,
        String template,
        String language,
        String text,
        DeliveryState state,
        int attempts,
        @Nullable String reason,
        Instant occurredAt,
        Instant createdAt,
        @Nullable Instant nextAttemptAt,
        @Nullable Instant endedAt) {

    static DeliveryView of(Delivery delivery, String text) {
        String sentTo = delivery.sentTo();
        return new DeliveryView(
                delivery.id(),
                delivery.complaintId(),
                delivery.platform(),
                delivery.channel(),
                delivery.recipient().kind(),
                sentTo == null ? delivery.recipient().address() : sentTo,
                delivery.template(),
                delivery.language(),
                text,
                delivery.state(),
                delivery.attempts(),
                delivery.reason(),
                delivery.occurredAt(),
                delivery.createdAt(),
                delivery.nextAttemptAt(),
                delivery.endedAt());
    }
}
