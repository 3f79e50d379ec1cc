package org.redress.notification.sms;

/** The way to a gateway. It need not be idempotent; that is the caller's care. Implementations never throw for it. */
public interface SmsGateway {
    /** Asks for a message to be sent. */
    GatewayAnswer send(ShortMessage message);

    /**
     * Asks whether a message was accepted: Accepted, NotAccepted (it never was) or Unclear.
     *
     * @param outId the id it was sent under
     */
    GatewayAnswer lookUp(String outId);
}
