package org.redress.messaging;

import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** The records that this service has set aside. Thread-safe. */
public interface ParkedRecords {
    /** How a replay ended. */
    enum Replay {
        /** Handled now, or given to the relay again; no longer parked. */
        DONE,
        /** Had been handled before under the same event id; no longer parked, nothing happened. */
        ALREADY_HANDLED,
        /** Failed again; still parked, with the new reason. */
        FAILED,
        /** Nothing is parked under this id. */
        NOT_FOUND,
        /** Only a part of it was kept, so it cannot be handled; still parked. */
        TRUNCATED
    }

    /**
     * The open ones of a tenant and those whose tenant is unknown, newest first.
     *
     * @param after the last id of the page before; null: from the newest
     * @param limit at most this many
     */
    List<ParkedRecord> list(String platform, @Nullable UUID after, int limit);

    /** An open one by its id, of whichever tenant: the caller checks who may see it. */
    Optional<ParkedRecord> find(UUID id);

    /**
     * What was kept of the payload of an open one; it may hold personal data. Empty when there is none, also when the id is
     * unknown.
     */
    Optional<byte[]> payload(UUID id);

    /**
     * Tries an open one again, in a transaction of its own. Later events of the same subject may have been handled in the
     * meantime; the handler sees it by the sequence.
     *
     * @param by who asked for it, kept with the record
     */
    Replay replay(UUID id, String by);

    /**
     * Takes an open one off the list for good; an outgoing one is never sent then. The row stays, with who, when and why.
     *
     * @return false when nothing is parked under this id
     */
    boolean discard(UUID id, String by, String reason);

    /** How many are open. */
    long count();
}
