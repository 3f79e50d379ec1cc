package org.redress.contract.intake;

import java.nio.charset.StandardCharsets;
import java.util.Map;
import org.redress.contract.ContractEvent;
import org.redress.contract.EventData;

/** A fact that intake-service published. */
public sealed interface IntakeEvent extends ContractEvent permits ComplaintFiled, UnrecognisedIntakeEvent {

    /** The topic that intake-service alone writes. */
    String TOPIC = "complaint-events";

    /** The CloudEvents {@code source} of these events. */
    String SOURCE = "/redress/intake";

    /** The records by wire name. */
    Map<String, Class<? extends IntakeEvent>> TYPES =
            Map.ofEntries(Map.entry(ComplaintFiled.TYPE, ComplaintFiled.class));

    /**
     * Reads one event.
     *
     * @param type the CloudEvents {@code type}
     * @param data the CloudEvents {@code data}
     * @return the event, or {@link UnrecognisedIntakeEvent} for a type or version this code does not know
     * @throws org.redress.contract.UnreadableDataException when the data of a known type does not fit
     */
    static IntakeEvent read(String type, byte[] data) {
        Class<? extends IntakeEvent> known = TYPES.get(type);
        return known == null
                ? new UnrecognisedIntakeEvent(type, new String(data, StandardCharsets.UTF_8))
                : EventData.read(known, type, data);
    }
}
