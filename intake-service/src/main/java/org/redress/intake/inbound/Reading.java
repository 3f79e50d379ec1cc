package org.redress.intake.inbound;

import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.function.BiFunction;
import org.redress.contract.UnreadableDataException;
import org.redress.intake.progress.NoSuchCaseException;
import org.redress.intake.progress.Told;
import org.redress.messaging.IncomingEvent;
import org.redress.messaging.UnreadableEventException;

/** From an envelope to a fact: what can never be understood is told apart from what failed for now. */
final class Reading {
    private Reading() {}

    /** The contract's event in the envelope; data that does not fit its type is parked. */
    static <E> E of(IncomingEvent incoming, BiFunction<String, byte[], E> contract) {
        try {
            return contract.apply(incoming.type(), incoming.data());
        } catch (UnreadableDataException e) {
            throw unreadable(e);
        }
    }

    /** Where the fact comes from; an event about another complaint than its subject is parked. */
    static Told told(IncomingEvent incoming, UUID complaintId) {
        if (!complaintId.toString().equals(incoming.subject())) {
            throw new UnreadableEventException("complaintId differs from the subject");
        }
        return new Told(incoming.id(), incoming.source(), incoming.sequence(), complaintId, incoming.platform());
    }

    /** The complaints that events are about. */
    static List<UUID> subjects(List<IncomingEvent> events) {
        return events.stream()
                .map(IncomingEvent::subjectId)
                .flatMap(Optional::stream)
                .distinct()
                .toList();
    }

    /** Runs an act on a case; one that the platform does not have is parked, for ops to see. */
    static void knownCase(Runnable act) {
        try {
            act.run();
        } catch (NoSuchCaseException e) {
            throw unreadable(e);
        }
    }

    private static UnreadableEventException unreadable(RuntimeException cause) {
        return new UnreadableEventException(Objects.requireNonNullElse(cause.getMessage(), "unreadable data"), cause);
    }
}
