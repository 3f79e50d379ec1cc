package org.redress.intake.casework;

import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.redress.contract.Actor;
import org.redress.contract.intake.IntakeEvent;
import org.redress.intake.chain.Words;
import org.redress.intake.complaint.StaffTalk;
import org.redress.intake.complaint.TimelineEntry;
import org.redress.intake.complaint.TimelineRepository;
import org.redress.intake.lifecycle.Case;
import org.redress.intake.lifecycle.Waiting;
import org.redress.intake.outbound.ComplaintEventsPublisher;

/**
 * Tells what happened to a case: to its timeline and to the outbox, the same facts under the same names. Events carry no
 * names, phones or free text but masked, so neither does the timeline.
 */
@ApplicationScoped
class CasePublisher {
    private static final TypeReference<Map<String, Object>> OBJECT = new TypeReference<>() {};
    private static final String PREFIX = "org.redress.";
    private static final int SUFFIX = ".v1".length();

    private final ComplaintEventsPublisher events;
    private final TimelineRepository timelines;
    private final ObjectMapper json;

    CasePublisher(ComplaintEventsPublisher events, TimelineRepository timelines, ObjectMapper json) {
        this.events = events;
        this.timelines = timelines;
        this.json = json;
    }

    /**
     * Tells events in their order; what was said with them is named by its hash on the first entry. Joins the running transaction.
     *
     * @param noted what else the first entry says
     */
    void tell(
            UUID complaintId,
            String platform,
            Actor by,
            Instant at,
            List<IntakeEvent> told,
            Words words,
            Map<String, String> noted) {
        String actor = actor(by);
        Map<String, String> first = new HashMap<>(noted);
        if (words.text() != null || words.facts() != null) {
            first.put(Words.FIELD, words.digest().hex());
        }
        for (IntakeEvent event : told) {
            Map<String, Object> data = data(event);
            data.putAll(first);
            first.clear();
            String kind = kind(event);
            timelines.append(complaintId, new TimelineEntry(kind, at, actor, StaffTalk.is(kind, data), data, null));
            events.publish(complaintId, platform, event);
        }
    }

    /**
     * Writes on the timeline that requests for material ended by time alone: no event tells it, and nothing happens to a case
     * unseen (R24). Joins the running transaction.
     */
    void lapsed(UUID complaintId, Actor by, Instant at, Case before, Case after) {
        for (Waiting.MaterialsRequest request : before.open(Waiting.MaterialsRequest.class)) {
            if (!after.open(Waiting.MaterialsRequest.class).contains(request)) {
                Map<String, Object> data = Map.of(
                        "requestId", request.id().toString(),
                        "round", request.round(),
                        "dueAt", request.dueAt().toString());
                timelines.append(complaintId, new TimelineEntry("MATERIALS_LAPSED", at, actor(by), false, data, null));
            }
        }
    }

    private static String actor(Actor by) {
        String role = by.role().name().toLowerCase(Locale.ROOT);
        return by.id() == null ? role : role + ":" + by.id();
    }

    /** The event's wire name in the timeline's manner: {@code DECISION_ISSUED}. */
    private static String kind(IntakeEvent event) {
        String type = event.type();
        return type.substring(PREFIX.length(), type.length() - SUFFIX)
                .toUpperCase(Locale.ROOT)
                .replace('-', '_');
    }

    /** The event's data without what the entry says itself. */
    private Map<String, Object> data(IntakeEvent event) {
        try {
            Map<String, Object> data = json.readValue(event.data(), OBJECT);
            data.remove("complaintId");
            data.remove("by");
            data.values().removeIf(Objects::isNull);
            return data;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
