package org.redress.contract.notification;

import java.nio.charset.StandardCharsets;
import java.util.Map;
import org.redress.contract.ContractEvent;
import org.redress.contract.EventData;

/** A fact that notification-service published. */
public sealed interface NotificationEvent extends ContractEvent
        permits NotificationSent, NotificationFailed, UnrecognisedNotificationEvent {

    /** The topic that notification-service alone writes. */
    String TOPIC = "notification-events";

    /** The CloudEvents {@code source} of these events. */
    String SOURCE = "/redress/notification";

    /** The records by wire name. */
    Map<String, Class<? extends NotificationEvent>> TYPES = Map.ofEntries(
            Map.entry(NotificationSent.TYPE, NotificationSent.class),
            Map.entry(NotificationFailed.TYPE, NotificationFailed.class));

    /**
     * Reads one event.
     *
     * @param type the CloudEvents {@code type}
     * @param data the CloudEvents {@code data}
     * @return the event, or {@link UnrecognisedNotificationEvent} for a type or version this code does not know
     * @throws org.redress.contract.UnreadableDataException when the data of a known type does not fit
     */
    static NotificationEvent read(String type, byte[] data) {
        Class<? extends NotificationEvent> known = TYPES.get(type);
        return known == null
                ? new UnrecognisedNotificationEvent(type, new String(data, StandardCharsets.UTF_8))
                : EventData.read(known, type, data);
    }
}
