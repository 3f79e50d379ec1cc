package org.redress.notification.inbound;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.function.BiFunction;
import org.redress.contract.UnreadableDataException;
import org.redress.messaging.IncomingEvent;
import org.redress.messaging.UnreadableEventException;

/** What every consumer checks of an event before it believes it. */
final class Envelope {
    private Envelope() {}

    /**
     * Reads an event's data. A type nobody here has heard of passes by; another version of a known one does not: it is
     * a message someone should get, so it is parked until a newer release can read it.
     *
     * @param known the types that are read
     * @throws UnreadableEventException if it does not fit its type, or is of an unknown version
     */
    static <T> T read(IncomingEvent event, Set<String> known, BiFunction<String, byte[], T> reader) {
        if (!known.contains(event.type()) && known.stream().map(Envelope::name).anyMatch(name(event.type())::equals)) {
            throw new UnreadableEventException("a version of this type that is not known here");
        }
        try {
            return reader.apply(event.type(), event.data());
        } catch (UnreadableDataException e) {
            throw new UnreadableEventException(String.valueOf(e.getMessage()), e);
        }
    }

    /** The complaints that events of the known types are about, with their platforms. */
    static Map<UUID, String> cases(List<IncomingEvent> events, Set<String> known) {
        Map<UUID, String> cases = new HashMap<>();
        events.stream()
                .filter(event -> known.contains(event.type()))
                .forEach(event -> event.subjectId().ifPresent(id -> cases.putIfAbsent(id, event.platform())));
        return cases;
    }

    private static String name(String type) {
        return type.replaceFirst("\\.v[0-9]+$", "");
    }

    /**
     * Checks that data and envelope speak of the same complaint.
     *
     * @throws UnreadableEventException if they don't
     */
    static void about(IncomingEvent event, UUID complaintId) {
        if (!event.subject().equals(complaintId.toString())) {
            throw new UnreadableEventException("subject and complaintId differ");
        }
    }
}
