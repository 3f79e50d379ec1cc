package org.redress.contract.catalogue;

import java.util.Map;
import org.redress.contract.ContractEvent;
import org.redress.contract.intake.IntakeEvent;
import org.redress.contract.notification.NotificationEvent;
import org.redress.contract.sla.SlaEvent;
import org.redress.contract.triage.TriageEvent;

/** A service that publishes events, with the topic it alone writes. */
public enum Producer {
    /** Complaints and their lifecycle. */
    INTAKE(IntakeEvent.TOPIC, IntakeEvent.SOURCE, IntakeEvent.TYPES),
    /** Judgement, routing and freezes. */
    TRIAGE(TriageEvent.TOPIC, TriageEvent.SOURCE, TriageEvent.TYPES),
    /** Policies and clocks. */
    SLA(SlaEvent.TOPIC, SlaEvent.SOURCE, SlaEvent.TYPES),
    /** Messages. */
    NOTIFICATION(NotificationEvent.TOPIC, NotificationEvent.SOURCE, NotificationEvent.TYPES);

    private final String topic;
    private final String source;
    // A field of an enum constant must not be changed by its readers: Map.ofEntries is immutable.
    @SuppressWarnings("ImmutableEnumChecker")
    private final Map<String, ? extends Class<? extends ContractEvent>> types;

    Producer(String topic, String source, Map<String, ? extends Class<? extends ContractEvent>> types) {
        this.topic = topic;
        this.source = source;
        this.types = types;
    }

    /**
     * The topic.
     *
     * @return for example {@code complaint-events}
     */
    public String topic() {
        return topic;
    }

    /**
     * The CloudEvents {@code source} of its events.
     *
     * @return for example {@code /redress/intake}
     */
    public String source() {
        return source;
    }

    /**
     * The records it publishes.
     *
     * @return an immutable map by wire name
     */
    public Map<String, ? extends Class<? extends ContractEvent>> types() {
        return types;
    }
}
