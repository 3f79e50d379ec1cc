package org.redress.contract.notification;

import java.nio.charset.StandardCharsets;

/**
 * An event on notification-events whose type or version this code does not know. Readers count it and go on, by decision.
 *
 * @param type the wire name
 * @param json the data as it came
 */
public record UnrecognisedNotificationEvent(String type, String json) implements NotificationEvent {

    @Override
    public byte[] data() {
        return json.getBytes(StandardCharsets.UTF_8);
    }
}
