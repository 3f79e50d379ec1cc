package org.redress.contract.triage;

import java.nio.charset.StandardCharsets;
import java.util.Map;
import org.redress.contract.ContractEvent;
import org.redress.contract.EventData;

/** A fact that triage-service published. */
public sealed interface TriageEvent extends ContractEvent
        permits ComplaintTriaged,
                ComplaintAssigned,
                FreezeOrdered,
                FreezeConfirmed,
                SeverityChanged,
                DuplicateFound,
                FreezeUpheld,
                FreezeDisputed,
                FreezeReleased,
                IncidentOpened,
                ComplaintLinkedToIncident,
                IncidentClosed,
                UnrecognisedTriageEvent {

    /** The topic that triage-service alone writes. */
    String TOPIC = "triage-events";

    /** The CloudEvents {@code source} of these events. */
    String SOURCE = "/redress/triage";

    /** The records by wire name. */
    Map<String, Class<? extends TriageEvent>> TYPES = Map.ofEntries(
            Map.entry(ComplaintTriaged.TYPE, ComplaintTriaged.class),
            Map.entry(ComplaintAssigned.TYPE, ComplaintAssigned.class),
            Map.entry(FreezeOrdered.TYPE, FreezeOrdered.class),
            Map.entry(FreezeConfirmed.TYPE, FreezeConfirmed.class),
            Map.entry(SeverityChanged.TYPE, SeverityChanged.class),
            Map.entry(DuplicateFound.TYPE, DuplicateFound.class),
            Map.entry(FreezeUpheld.TYPE, FreezeUpheld.class),
            Map.entry(FreezeDisputed.TYPE, FreezeDisputed.class),
            Map.entry(FreezeReleased.TYPE, FreezeReleased.class),
            Map.entry(IncidentOpened.TYPE, IncidentOpened.class),
            Map.entry(ComplaintLinkedToIncident.TYPE, ComplaintLinkedToIncident.class),
            Map.entry(IncidentClosed.TYPE, IncidentClosed.class));

    /**
     * Reads one event.
     *
     * @param type the CloudEvents {@code type}
     * @param data the CloudEvents {@code data}
     * @return the event, or {@link UnrecognisedTriageEvent} for a type or version this code does not know
     * @throws org.redress.contract.UnreadableDataException when the data of a known type does not fit
     */
    static TriageEvent read(String type, byte[] data) {
        Class<? extends TriageEvent> known = TYPES.get(type);
        return known == null
                ? new UnrecognisedTriageEvent(type, new String(data, StandardCharsets.UTF_8))
                : EventData.read(known, type, data);
    }
}
