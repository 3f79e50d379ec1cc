package org.redress.sla.complaint;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jdbi.v3.core.Jdbi;
import org.jspecify.annotations.Nullable;
import org.redress.sla.storage.Columns;
import org.redress.sla.storage.Rows;

/** The table {@code case_event}, a set of rows a statement. The methods join the running transaction. */
@ApplicationScoped
class EventRepository {
    private final Jdbi jdbi;

    private record OfComplaint(UUID complaintId, KeptFact fact) {}

    EventRepository(Jdbi jdbi) {
        this.jdbi = jdbi;
    }

    /** Keeps events, those that are kept already but once. Returns the complaints of which something new was kept. */
    Set<UUID> keep(List<ReceivedEvent> events) {
        return new HashSet<>(jdbi.withHandle(handle -> handle.createQuery("""
                        insert into case_event (complaint_id, source, event_id, type, sequence, happened_at, data, fact)
                        select complaint_id, source, event_id, type, sequence, cast(happened_at as timestamptz),
                               cast(data as json), cast(fact as jsonb)
                        from unnest(:complaints, :sources, :ids, :types, :sequences, :times, :data, :facts)
                            as e(complaint_id, source, event_id, type, sequence, happened_at, data, fact)
                        order by complaint_id, source, event_id
                        on conflict do nothing
                        returning complaint_id""")
                .bindArray("complaints", UUID.class, Columns.of(events, ReceivedEvent::complaintId))
                .bindArray("sources", String.class, Columns.of(events, ReceivedEvent::source))
                .bindArray("ids", UUID.class, Columns.of(events, ReceivedEvent::id))
                .bindArray("types", String.class, Columns.of(events, ReceivedEvent::type))
                .bindArray("sequences", Long.class, Columns.of(events, ReceivedEvent::sequence))
                .bindArray(
                        "times",
                        String.class,
                        Columns.of(events, event -> event.happenedAt().toString()))
                .bindArray("data", String.class, Columns.of(events, ReceivedEvent::json))
                .bindArray("facts", String.class, Columns.of(events, event -> json(event.fact())))
                .mapTo(UUID.class)
                .list()));
    }

    /** Per complaint its facts, by the time they happened. */
    Map<UUID, List<KeptFact>> factsOf(Collection<UUID> complaints) {
        return jdbi.withHandle(handle -> handle
                .createQuery("""
                        select complaint_id, event_id, source, sequence, received_at, fact from case_event
                        where complaint_id = any(:complaints) and fact is not null
                        order by happened_at, source, sequence""")
                .bindArray("complaints", UUID.class, complaints)
                .map((row, context) -> new OfComplaint(
                        Columns.id(row, "complaint_id"),
                        new KeptFact(
                                Columns.id(row, "event_id"),
                                row.getString("source"),
                                row.getLong("sequence"),
                                Columns.instant(row, "received_at"),
                                Rows.readOne(row.getString("fact"), Fact.class))))
                .list()
                .stream()
                .collect(Collectors.groupingBy(
                        OfComplaint::complaintId, Collectors.mapping(OfComplaint::fact, Collectors.toList()))));
    }

    /** What is known of the numbers that a complaint's producers gave its events. */
    List<Numbering> numberings(UUID complaintId) {
        return jdbi.withHandle(handle -> handle.createQuery("""
                        select source, max(sequence) as last, count(distinct sequence) as numbers, count(*) as events
                        from case_event where complaint_id = :complaint group by source order by source""")
                .bind("complaint", complaintId)
                .map((row, context) -> new Numbering(
                        row.getString("source"), row.getLong("last"), row.getLong("numbers"), row.getLong("events")))
                .list());
    }

    /** How many events say that they happened well after they were received. */
    long countAhead() {
        return jdbi.withHandle(handle -> handle.createQuery(
                        "select count(*) from case_event where happened_at - received_at > interval '5 minutes'")
                .mapTo(Long.class)
                .one());
    }

    private static @Nullable String json(@Nullable Fact fact) {
        return fact == null ? null : Rows.one(fact);
    }
}
