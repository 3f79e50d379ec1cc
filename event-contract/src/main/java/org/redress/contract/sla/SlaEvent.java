package org.redress.contract.sla;

import java.nio.charset.StandardCharsets;
import java.util.Map;
import org.redress.contract.ContractEvent;
import org.redress.contract.EventData;

/** A fact that sla-service published. */
public sealed interface SlaEvent extends ContractEvent
        permits PolicyActivated,
                ClockStarted,
                DeadlineApproaching,
                DeadlineBreached,
                ComplaintEscalated,
                ClockEnded,
                BreachWithdrawn,
                WindowLapsed,
                UnrecognisedSlaEvent {

    /** The topic that sla-service alone writes. */
    String TOPIC = "sla-events";

    /** The CloudEvents {@code source} of these events. */
    String SOURCE = "/redress/sla";

    /** The records by wire name. */
    Map<String, Class<? extends SlaEvent>> TYPES = Map.ofEntries(
            Map.entry(PolicyActivated.TYPE, PolicyActivated.class),
            Map.entry(ClockStarted.TYPE, ClockStarted.class),
            Map.entry(DeadlineApproaching.TYPE, DeadlineApproaching.class),
            Map.entry(DeadlineBreached.TYPE, DeadlineBreached.class),
            Map.entry(ComplaintEscalated.TYPE, ComplaintEscalated.class),
            Map.entry(ClockEnded.TYPE, ClockEnded.class),
            Map.entry(BreachWithdrawn.TYPE, BreachWithdrawn.class),
            Map.entry(WindowLapsed.TYPE, WindowLapsed.class));

    /**
     * Reads one event.
     *
     * @param type the CloudEvents {@code type}
     * @param data the CloudEvents {@code data}
     * @return the event, or {@link UnrecognisedSlaEvent} for a type or version this code does not know
     * @throws org.redress.contract.UnreadableDataException when the data of a known type does not fit
     */
    static SlaEvent read(String type, byte[] data) {
        Class<? extends SlaEvent> known = TYPES.get(type);
        return known == null
                ? new UnrecognisedSlaEvent(type, new String(data, StandardCharsets.UTF_8))
                : EventData.read(known, type, data);
    }
}
