package org.redress.messaging.inbox;

import jakarta.inject.Singleton;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Collection;
import java.util.HashSet;
import java.util.Set;
import java.util.UUID;
import org.jdbi.v3.core.Handle;

/** Which events a consumer has handled. Every method works on the caller's handle, in the caller's transaction. */
@Singleton
class InboxRepository {
    /**
     * Notes events as handled and returns those that were not before. The primary key closes this race: two consumers hold
     * the same record, for example around a rebalance; the second waits here until the first has committed or not.
     */
    Set<UUID> note(Handle handle, String consumer, Collection<UUID> events) {
        // In one order for everybody, so that two consumers of the same records do not lock each other out.
        return new HashSet<>(handle.createQuery("""
                        insert into inbox (consumer, event_id)
                        select :consumer, id from unnest(:events) as e(id) order by id
                        on conflict do nothing returning event_id""")
                .bind("consumer", consumer)
                .bindArray("events", UUID.class, events)
                .mapTo(UUID.class)
                .list());
    }

    /** Takes back what was noted but not handled after all. */
    void forget(Handle handle, String consumer, Collection<UUID> events) {
        if (events.isEmpty()) {
            return;
        }
        handle.createUpdate("delete from inbox where consumer = :consumer and event_id = any(:events)")
                .bind("consumer", consumer)
                .bindArray("events", UUID.class, events)
                .execute();
    }

    /** Events from before this may have been handled and forgotten since. */
    Instant oldestProvable(Handle handle, Duration retention) {
        return handle.createQuery("select now() - make_interval(secs => :retention)")
                .bind("retention", (double) retention.toSeconds())
                .mapTo(OffsetDateTime.class)
                .one()
                .toInstant();
    }
}
