package org.redress.service.due;

import io.quarkus.narayana.jta.QuarkusTransaction;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import org.jdbi.v3.core.Jdbi;

/**
 * Rows that fall due and a far side that has to be told of each once, kept to the rules of {@link DueWork}; a test plants
 * faults in it.
 */
final class Errands {
    /** Where a fault can be planted. */
    enum Step {
        BEFORE_THE_CLAIM,
        IN_THE_CLAIM,
        BEFORE_THE_CALL,
        AFTER_THE_CALL,
        IN_WRITING_BACK,
        AFTER_WRITING_BACK
    }

    /** What is planted; throws, or waits, or does nothing. */
    interface Fault {
        void at(Step step, int id, int attempt);
    }

    private record Claimed(int id, int attempt) {}

    /** What the far side did, in order; not more than it was told to. */
    final Map<Integer, List<String>> done = new ConcurrentHashMap<>();

    private final Jdbi jdbi;
    private final Duration claim;
    private final Fault fault;

    Errands(Jdbi jdbi, Duration claim, Fault fault) {
        this.jdbi = jdbi;
        this.claim = claim;
        this.fault = fault;
        jdbi.useHandle(handle -> handle.execute("""
                create table if not exists errand (
                    id int primary key, attempts int not null default 0,
                    next_attempt_at timestamptz default now(), done_by text);
                truncate errand"""));
    }

    /** Makes so many rows due, {@code 1} to {@code count}. */
    void due(int count) {
        jdbi.useHandle(handle ->
                handle.execute("insert into errand (id) select generate_series(1, ?) on conflict do nothing", count));
    }

    /** What an instance of that name does with the next row. */
    boolean takeNext(String instance) {
        fault.at(Step.BEFORE_THE_CLAIM, 0, 0);
        Optional<Claimed> claimed = QuarkusTransaction.requiringNew().call(this::claim);
        claimed.ifPresent(row -> {
            fault.at(Step.BEFORE_THE_CALL, row.id(), row.attempt());
            if (row.attempt() == 1 || !done.containsKey(row.id())) {
                done.computeIfAbsent(row.id(), id -> new CopyOnWriteArrayList<>())
                        .add(instance);
            }
            fault.at(Step.AFTER_THE_CALL, row.id(), row.attempt());
            QuarkusTransaction.requiringNew().run(() -> writeBack(instance, row));
            fault.at(Step.AFTER_WRITING_BACK, row.id(), row.attempt());
        });
        return claimed.isPresent();
    }

    private Optional<Claimed> claim() {
        Optional<Claimed> claimed = jdbi.withHandle(handle -> handle.createQuery("""
                        with due as (
                            select id from errand where next_attempt_at <= now()
                            order by next_attempt_at, id limit 1 for update skip locked)
                        update errand e set attempts = attempts + 1,
                            next_attempt_at = now() + :claim * interval '1 millisecond'
                        from due where e.id = due.id returning e.id, e.attempts""")
                .bind("claim", claim.toMillis())
                .map((row, context) -> new Claimed(row.getInt("id"), row.getInt("attempts")))
                .findOne());
        claimed.ifPresent(row -> fault.at(Step.IN_THE_CLAIM, row.id(), row.attempt()));
        return claimed;
    }

    private void writeBack(String instance, Claimed row) {
        jdbi.useHandle(handle -> handle.createUpdate("update errand set next_attempt_at = null, done_by = :instance"
                        + " where id = :id and attempts = :attempt and next_attempt_at is not null")
                .bind("instance", instance)
                .bind("id", row.id())
                .bind("attempt", row.attempt())
                .execute());
        fault.at(Step.IN_WRITING_BACK, row.id(), row.attempt());
    }

    /** How many rows meet a condition. */
    int count(String condition) {
        return jdbi.withHandle(handle -> handle.createQuery("select count(*) from errand where " + condition)
                .mapTo(Integer.class)
                .one());
    }
}
