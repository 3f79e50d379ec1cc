package org.redress.notification.sms;

import java.time.Duration;
import org.jspecify.annotations.Nullable;
import org.redress.notification.delivery.DeliveryState;

/**
 * What becomes of a delivery after an attempt.
 *
 * @param state its next state
 * @param unclear whether a request's fate is not known
 * @param settled whether the gateway is done with that request
 * @param pause when to act on it again, from now; of no meaning for a final state
 * @param reason why it is not sent
 * @param messageId the gateway's id for it
 */
record NextStep(
        DeliveryState state,
        boolean unclear,
        boolean settled,
        Duration pause,
        @Nullable String reason,
        @Nullable String messageId) {

    static NextStep sent(@Nullable String messageId) {
        return new NextStep(DeliveryState.SENT, false, true, Duration.ZERO, null, messageId);
    }

    static NextStep skipped(String reason) {
        return new NextStep(DeliveryState.SKIPPED, false, true, Duration.ZERO, reason, null);
    }

    static NextStep refused(String reason) {
        return new NextStep(DeliveryState.FAILED, false, true, Duration.ZERO, "REFUSED: " + reason, null);
    }

    static NextStep again(Duration pause, String reason) {
        return new NextStep(DeliveryState.DUE, false, true, pause, reason, null);
    }

    static NextStep unknown(Duration pause, boolean settled, String reason) {
        return new NextStep(DeliveryState.UNKNOWN, true, settled, pause, reason, null);
    }

    boolean ends() {
        return state == DeliveryState.SENT || state == DeliveryState.FAILED || state == DeliveryState.SKIPPED;
    }

    /** The same, but given up: the fate of a request stays as known or unknown as it was. */
    NextStep givenUp() {
        String code = unclear ? "UNCLEAR: " : "GAVE_UP: ";
        return new NextStep(DeliveryState.FAILED, unclear, settled, Duration.ZERO, code + reason, null);
    }
}
