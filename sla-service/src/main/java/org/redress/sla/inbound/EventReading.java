package org.redress.sla.inbound;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.redress.contract.triage.IncidentClosed;
import org.redress.contract.triage.IncidentOpened;
import org.redress.messaging.IncomingEvent;
import org.redress.messaging.UnreadableEventException;
import org.redress.sla.complaint.Fact;
import org.redress.sla.complaint.ReceivedEvent;

/** Turns an incoming event into one to keep: its identity, its data less free text, and what it means for clocks. */
final class EventReading {
    private static final ObjectMapper JSON = JsonMapper.builder().build();
    private static final List<String> FREE_TEXT = List.of("description", "impact", "items");

    /** Their subject is an incident. */
    private static final Set<String> ABOUT_NO_COMPLAINT = Set.of(IncidentOpened.TYPE, IncidentClosed.TYPE);

    /** Reads the data of one producer's event. */
    @FunctionalInterface
    interface Reader {
        /** What the event says; null for a type or version that is not known here. */
        @Nullable
        Said read();
    }

    /**
     * What a known event says.
     *
     * @param complaintId as the data names it
     */
    record Said(UUID complaintId, Fact fact) {}

    private EventReading() {}

    /**
     * Reads.
     *
     * @return nothing for an event that is not about a complaint
     * @throws UnreadableEventException when the record contradicts itself
     */
    static Optional<ReceivedEvent> read(IncomingEvent event, Reader reader) {
        Said said = reader.read();
        Optional<UUID> subject = subject(event);
        if (ABOUT_NO_COMPLAINT.contains(event.type())) {
            return Optional.empty();
        }
        if (said == null) {
            return subject.map(complaint -> kept(event, complaint, null));
        }
        if (!storable(said.fact().at())) {
            throw new UnreadableEventException("it says it happened in no year that can be meant");
        }
        if (!subject.equals(Optional.of(said.complaintId()))) {
            throw new UnreadableEventException("the subject is not the complaint that the data names");
        }
        return Optional.of(kept(event, said.complaintId(), said.fact()));
    }

    private static ReceivedEvent kept(IncomingEvent event, UUID complaint, @Nullable Fact fact) {
        return new ReceivedEvent(
                complaint,
                event.platform(),
                event.source(),
                event.id(),
                event.type(),
                event.sequence(),
                fact == null ? event.time() : fact.at(),
                withoutFreeText(event.data()),
                fact);
    }

    /** The years that the database and ISO-8601 write alike; the engine draws its own, narrower line. */
    private static boolean storable(Instant moment) {
        int year = moment.atOffset(ZoneOffset.UTC).getYear();
        return year >= 1 && year <= 9999;
    }

    private static Optional<UUID> subject(IncomingEvent event) {
        try {
            return Optional.of(UUID.fromString(event.subject()));
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }

    private static String withoutFreeText(byte[] data) {
        try {
            JsonNode tree = JSON.readTree(data);
            if (tree instanceof ObjectNode object) {
                object.remove(FREE_TEXT);
            }
            return JSON.writeValueAsString(tree);
        } catch (JsonProcessingException e) {
            throw new UnreadableEventException("the data is not JSON", e);
        } catch (IOException e) {
            throw new UnreadableEventException("the data is not UTF-8", e);
        }
    }
}
