package org.redress.sla.complaint;

import java.time.Duration;
import java.time.Instant;
import java.util.UUID;
import org.redress.deadline.complaint.CaseEvent;

/**
 * A fact with the identity of the event that carried it.
 *
 * @param source who wrote the event
 * @param sequence rising by one per source and complaint
 * @param receivedAt when it was kept, on the database's clock
 */
record KeptFact(UUID eventId, String source, long sequence, Instant receivedAt, Fact fact) {
    /** How far a producer's clock may be ahead of the database's. */
    static final Duration FORGIVEN = Duration.ofMinutes(5);

    private static final Instant EARLIEST = Instant.parse("1970-01-01T00:00:00Z");
    private static final Instant LATEST = Instant.parse("2200-01-01T00:00:00Z");

    /** When it happened; nothing has happened much later than it was heard of, whatever it says of itself. */
    Instant at() {
        return isAhead() ? receivedAt : fact.at();
    }

    /** Whether it says it happened well after it was received. */
    boolean isAhead() {
        return isPlausible() && fact.at().isAfter(receivedAt.plus(FORGIVEN));
    }

    /** Whether it says a time that can be meant; the engine sets the others aside. */
    boolean isPlausible() {
        return plausible(fact.at());
    }

    static boolean plausible(Instant moment) {
        return !moment.isBefore(EARLIEST) && moment.isBefore(LATEST);
    }

    /** For the engine. */
    CaseEvent event() {
        return fact.event(eventId, sequence, at());
    }
}
