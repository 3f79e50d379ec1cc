package org.redress.notification.sms;

import java.time.Duration;
import org.jspecify.annotations.Nullable;

/** What the gateway's answer means, whatever its form was. */
public sealed interface GatewayAnswer {
    /**
     * It has the message.
     *
     * @param messageId its own id for it, if it said one
     */
    record Accepted(@Nullable String messageId) implements GatewayAnswer {}

    /**
     * It certainly does not have the message; it may be sent again.
     *
     * @param reason why
     * @param retryAfter the pause it asks for, if it does
     */
    record NotAccepted(String reason, @Nullable Duration retryAfter) implements GatewayAnswer {}

    /**
     * It refuses this message for good.
     *
     * @param reason why
     */
    record Refused(String reason) implements GatewayAnswer {}

    /**
     * It may or may not have the message.
     *
     * @param reason why that is not known
     * @param settled whether the gateway is done with the request, so that a look-up is to be believed at once
     */
    record Unclear(String reason, boolean settled) implements GatewayAnswer {}
}
