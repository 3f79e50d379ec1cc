package org.redress.deadline.document;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.redress.deadline.complaint.CaseEvent;
import org.redress.deadline.complaint.Category;
import org.redress.deadline.complaint.EventDetails;
import org.redress.deadline.complaint.EventType;
import org.redress.deadline.complaint.Severity;
import org.redress.deadline.complaint.Tier;

/** Events as documents, as simulations are asked with. */
public final class EventDocument {
    /** More events than any complaint has are refused. */
    public static final int EVENTS_AT_MOST = 2_000;

    private static final List<String> KEYS =
            List.of("remedyId", "freezeId", "commitmentId", "appealId", "referralId", "key");
    private static final Set<String> FIELDS = Set.of(
            "type",
            "at",
            "id",
            "sequence",
            "dueAt",
            "servedAt",
            "severity",
            "category",
            "tier",
            "template",
            "from",
            "by",
            "remedyId",
            "freezeId",
            "commitmentId",
            "appealId",
            "referralId",
            "key");

    private EventDocument() {}

    /**
     * Reads a list of events, or says everything that is wrong with it.
     *
     * @param document decoded JSON
     * @param pointer where the list is in its document, e.g. {@code /events}; problems' pointers start with it
     */
    public static Parsed<List<CaseEvent>> readList(@Nullable Object document, String pointer) {
        List<Problem> problems = new ArrayList<>();
        List<CaseEvent> events = new ArrayList<>();
        Node.at(pointer, document, problems)
                .list(EVENTS_AT_MOST)
                .forEach(node -> event(node).ifPresent(events::add));
        return problems.isEmpty() ? new Parsed.Accepted<>(List.copyOf(events)) : new Parsed.Refused<>(problems);
    }

    private static Optional<CaseEvent> event(Node node) {
        if (!node.object(FIELDS)) {
            return Optional.empty();
        }
        Optional<EventType> type = node.field("type").text(EventDocument::type);
        Optional<Instant> at = node.field("at").text(Names::instant);
        String id = node.field("id").optionalText(Names::title).orElse(null);
        Node sequence = node.field("sequence");
        int number = sequence.present() ? sequence.integer(0, Integer.MAX_VALUE).orElse(0) : 0;
        EventDetails details = details(node);
        return type.isEmpty() || at.isEmpty()
                ? Optional.empty()
                : Optional.of(new CaseEvent(id, number, type.get(), at.get(), details));
    }

    private static EventType type(String name) {
        return EventType.ofWireName(name)
                .orElseThrow(() -> new IllegalArgumentException("no event of that name bears on a clock"));
    }

    private static EventDetails details(Node node) {
        return new EventDetails(
                node.field("dueAt").optionalText(Names::instant).orElse(null),
                node.field("servedAt").optionalText(Names::instant).orElse(null),
                key(node),
                optional(node.field("severity"), Severity.class),
                optional(node.field("category"), Category.class),
                optional(node.field("tier"), Tier.class),
                node.field("template").flag(false),
                node.field("from")
                        .optionalText(Names::role)
                        .orElse("COMPLAINANT")
                        .equals("COMPLAINANT"),
                node.field("by").optionalText(Names::title).orElse(null));
    }

    private static <E extends Enum<E>> @Nullable E optional(Node node, Class<E> type) {
        return node.present() ? node.oneOf(type).orElse(null) : null;
    }

    private static @Nullable String key(Node node) {
        String found = null;
        for (String name : KEYS) {
            Optional<String> key = node.field(name).optionalText(Names::title);
            if (key.isPresent()) {
                found = key.get();
            }
        }
        return found;
    }
}
