package org.redress.intake.progress;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.Collection;
import java.util.UUID;
import org.jdbi.v3.core.Jdbi;
import org.redress.intake.complaint.Rows;

/** Writes what others found out. All methods join the running transaction. */
@ApplicationScoped
class ProgressRepository {
    private final Jdbi jdbi;

    ProgressRepository(Jdbi jdbi) {
        this.jdbi = jdbi;
    }

    /**
     * Locks the case. Triage and clocks are read by two consumers at once; without the lock both could find their fact
     * the newest and write the row in the wrong order.
     *
     * @return false if the platform has no such complaint
     */
    boolean lock(UUID complaintId, String platform) {
        return jdbi.withHandle(handle -> handle.createQuery(
                        "select 1 from complaint where id = :id and platform = :platform for update")
                .bind("id", complaintId)
                .bind("platform", platform)
                .mapTo(Integer.class)
                .findOne()
                .isPresent());
    }

    /** Locks those of the complaints that there are, whichever platform's, in the order of their ids. */
    void lockInOrder(Collection<UUID> complaints) {
        jdbi.useHandle(
                handle -> handle.createQuery("select 1 from complaint where id = any(:ids) order by id for update")
                        .bindArray("ids", UUID.class, complaints)
                        .mapTo(Integer.class)
                        .list());
    }

    /** Moves the position of a fact forward; false if what is told is not newer than what is known. */
    boolean advance(Told told, String fact) {
        return jdbi.withHandle(handle -> handle.createUpdate("""
                                insert into fact_position as known (complaint_id, source, fact, sequence)
                                values (:id, :source, :fact, :sequence)
                                on conflict (complaint_id, source, fact) do update set sequence = excluded.sequence
                                 where known.sequence < excluded.sequence""")
                        .bind("id", told.complaintId())
                        .bind("source", told.source())
                        .bind("fact", fact)
                        .bind("sequence", told.sequence())
                        .execute()
                == 1);
    }

    void judge(UUID id, Judgement judgement) {
        jdbi.useHandle(handle -> handle.createUpdate("""
                        update complaint set category = :category, severity = :severity, confidence = :confidence,
                               liability = :liability, triaged_at = :at,
                               status = case when status = 'FILED' then 'TRIAGED' else status end
                         where id = :id""")
                .bind("id", id)
                .bind("category", judgement.category().name())
                .bind("severity", judgement.severity().name())
                .bind("confidence", judgement.confidence())
                .bindArray("liability", String.class, judgement.liability().toArray())
                .bind("at", Rows.utc(judgement.at()))
                .execute());
    }

    /** Links a complaint to the earlier one. */
    void link(UUID id, UUID originalId) {
        jdbi.useHandle(handle -> handle.createUpdate("update complaint set duplicate_of = :original where id = :id")
                .bind("id", id)
                .bind("original", originalId)
                .execute());
    }

    void assign(UUID id, Assignment assignment) {
        jdbi.useHandle(handle -> handle.createUpdate(
                        "update complaint set queue = :queue, tier = :tier, owner = :owner where id = :id")
                .bind("id", id)
                .bind("queue", assignment.queue())
                .bind("tier", assignment.tier())
                .bind("owner", assignment.owner())
                .execute());
    }

    /** Takes the running clock for the promise of its metric, unless a later cycle is known. */
    void run(UUID id, ClockRun clock) {
        jdbi.useHandle(handle -> handle.createUpdate("""
                        insert into promise as known (complaint_id, metric, target, unit, cycle, clock_id, due_at, state)
                        values (:id, :metric, :target, :unit, :cycle, :clockId, :dueAt, 'RUNNING')
                        on conflict (complaint_id, metric) do update
                           set target = excluded.target, unit = excluded.unit, cycle = excluded.cycle,
                               clock_id = excluded.clock_id, due_at = excluded.due_at, state = 'RUNNING'
                         where known.cycle <= excluded.cycle""")
                .bind("id", id)
                .bind("metric", clock.metric())
                .bind("target", clock.target())
                .bind("unit", clock.unit())
                .bind("cycle", clock.cycle())
                .bind("clockId", clock.clockId())
                .bind("dueAt", Rows.utc(clock.dueAt()))
                .execute());
    }

    /** Ends the promise that a clock stands for, unless a later cycle is known. */
    void end(UUID id, ClockEnd clock) {
        jdbi.useHandle(handle -> handle.createUpdate("""
                        update promise set state = :state, due_at = :dueAt, clock_id = :clockId, cycle = :cycle
                         where complaint_id = :id and metric = :metric and cycle <= :cycle""")
                .bind("id", id)
                .bind("state", clock.outcome())
                .bind("dueAt", Rows.utc(clock.dueAt()))
                .bind("clockId", clock.clockId())
                .bind("cycle", clock.cycle())
                .bind("metric", clock.metric())
                .execute());
    }

    /** Makes a change of what is shown with a complaint a change of the complaint: new version, on the live stream. */
    void change(UUID id) {
        touch(id, "version + 1");
    }

    /** Tells who follows live that something happened to a complaint that it does not show itself. */
    void touch(UUID id) {
        touch(id, "version");
    }

    private void touch(UUID id, String version) {
        jdbi.useHandle(handle -> handle.createUpdate("update complaint set version = " + version + " where id = :id")
                .bind("id", id)
                .execute());
    }
}
