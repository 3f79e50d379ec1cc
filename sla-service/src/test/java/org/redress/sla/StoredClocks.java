package org.redress.sla;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Random;
import java.util.UUID;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;
import org.jspecify.annotations.Nullable;
import org.redress.sla.clock.StoredPause;
import org.redress.sla.storage.Columns;
import org.redress.sla.storage.Rows;

/** Clocks written as they would be stored, for tests of what reads them: any state, without waiting for it. */
@ApplicationScoped
public class StoredClocks {
    private final Jdbi jdbi;

    /** A level that fired. */
    public record Fired(String key, String kind, Instant firesAt, Instant detectedAt, boolean withdrawn) {}

    /** A clock and what is known of its complaint. */
    public record Stored(
            UUID clockId,
            UUID complaintId,
            String platform,
            String metric,
            String severity,
            @Nullable String queue,
            @Nullable String owner,
            String state,
            Instant startedAt,
            @Nullable Instant dueAt,
            @Nullable Instant riskAt,
            @Nullable Instant metAt,
            @Nullable Instant cancelledAt,
            @Nullable Instant breachedAt,
            List<StoredPause> pauses,
            List<Fired> fired) {}

    StoredClocks(Jdbi jdbi) {
        this.jdbi = jdbi;
    }

    /** An id as random as the seed. */
    public static UUID id(Random random) {
        return new UUID(random.nextLong(), random.nextLong());
    }

    /** An open clock of a complaint of its own. */
    public static Stored open(
            String platform, Random random, String state, Instant startedAt, @Nullable Instant dueAt) {
        return new Stored(
                id(random),
                id(random),
                platform,
                "RESOLUTION",
                "NORMAL",
                "delivery",
                "agent-1",
                state,
                startedAt,
                dueAt,
                dueAt == null
                        ? null
                        : dueAt.minus(Duration.between(startedAt, dueAt).dividedBy(5)),
                null,
                null,
                "BREACHED".equals(state) ? dueAt : null,
                List.of(),
                List.of());
    }

    @Transactional
    public void save(List<Stored> clocks) {
        jdbi.useHandle(handle -> clocks.forEach(clock -> save(handle, clock)));
    }

    /** Touches complaints as whatever changes their clocks does. */
    @Transactional
    public void touch(String platform) {
        jdbi.useHandle(
                handle -> handle.execute("update complaint set standing = standing where platform = ?", platform));
    }

    private static void save(Handle handle, Stored clock) {
        handle.createUpdate("""
                        insert into complaint (complaint_id, platform, standing, severity, queue, owner)
                        values (:complaint, :platform, 'TIMED', :severity, :queue, :owner) on conflict do nothing""")
                .bind("complaint", clock.complaintId())
                .bind("platform", clock.platform())
                .bind("severity", clock.severity())
                .bind("queue", clock.queue())
                .bind("owner", clock.owner())
                .execute();
        handle.createUpdate("""
                        insert into clock (clock_id, complaint_id, platform, metric, cycle, key, rule, policy_version, target,
                            unit, state, started_at, due_at, risk_at, met_at, cancelled_at, breached_at, armed, pauses,
                            paused_until)
                        values (:clock, :complaint, :platform, :metric, 1, cast(:clock as text), 0, 1, 'PT1H', 'ELAPSED',
                            :state, :startedAt, :dueAt, :riskAt, :metAt, :cancelledAt, :breachedAt, '[]', cast(:pauses as jsonb),
                            cast(:pausedUntil as timestamptz))""")
                .bind("clock", clock.clockId())
                .bind("complaint", clock.complaintId())
                .bind("platform", clock.platform())
                .bind("metric", clock.metric())
                .bind("state", clock.state())
                .bind("startedAt", Columns.timestamp(clock.startedAt()))
                .bind("dueAt", Columns.timestamp(clock.dueAt()))
                .bind("riskAt", Columns.timestamp(clock.riskAt()))
                .bind("metAt", Columns.timestamp(clock.metAt()))
                .bind("cancelledAt", Columns.timestamp(clock.cancelledAt()))
                .bind("breachedAt", Columns.timestamp(clock.breachedAt()))
                .bind("pauses", Rows.of(clock.pauses()))
                .bind("pausedUntil", StoredPause.until(clock.pauses()))
                .execute();
        for (Fired level : clock.fired()) {
            handle.createUpdate("""
                            insert into fired_level (clock_id, cycle, level_key, level, id, complaint_id, platform, metric, kind,
                                addressee, due_at, fires_at, detected_at, withdrawn_at, withdrawn_reason)
                            values (:clock, 1, :key, 0, gen_random_uuid(), :complaint, :platform, :metric, :kind,
                                'OWNER', :dueAt, :firesAt, :detectedAt, :withdrawnAt, :reason)""")
                    .bind("clock", clock.clockId())
                    .bind("key", level.key())
                    .bind("complaint", clock.complaintId())
                    .bind("platform", clock.platform())
                    .bind("metric", clock.metric())
                    .bind("kind", level.kind())
                    .bind("dueAt", Columns.timestamp(clock.dueAt()))
                    .bind("firesAt", Columns.timestamp(level.firesAt()))
                    .bind("detectedAt", Columns.timestamp(level.detectedAt()))
                    .bind("withdrawnAt", level.withdrawn() ? Columns.timestamp(level.detectedAt()) : null)
                    .bind("reason", level.withdrawn() ? "=answered in time" : null)
                    .execute();
        }
    }
}
