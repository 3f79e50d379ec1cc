package org.redress.sla.clock;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.jdbi.v3.core.Jdbi;
import org.redress.service.id.Ids;
import org.redress.sla.storage.Rows;

/**
 * Records levels that a rebuild found in the past, so that nobody fires them. Tells nobody. Runs in the transaction that holds
 * the complaints' rows.
 */
@ApplicationScoped
public class RecordPassed {
    private final Jdbi jdbi;

    private record Row(
            UUID clockId,
            int cycle,
            String levelKey,
            int level,
            UUID id,
            UUID complaintId,
            String platform,
            String metric,
            String kind,
            String addressee,
            Instant dueAt,
            Instant firesAt) {}

    RecordPassed(Jdbi jdbi) {
        this.jdbi = jdbi;
    }

    /** Records them; one that is recorded already stays as it is. */
    public void record(Collection<ClockRebuild.Passed> levels) {
        if (levels.isEmpty()) {
            return;
        }
        List<Row> rows = levels.stream().map(RecordPassed::row).toList();
        jdbi.useHandle(
                handle -> handle.createUpdate("""
                        insert into fired_level (clock_id, cycle, level_key, level, id, complaint_id, platform, metric,
                                                 kind, addressee, due_at, fires_at, detected_at, rebuilt)
                        select clock_id, cycle, level_key, level, id, complaint_id, platform, metric,
                               kind, addressee, due_at, fires_at, now(), true
                        from json_to_recordset(cast(:rows as json)) as r(
                            clock_id uuid, cycle integer, level_key text, level integer, id uuid, complaint_id uuid,
                            platform text, metric text, kind text, addressee text, due_at timestamptz,
                            fires_at timestamptz)
                        on conflict do nothing""").bind("rows", Rows.of(rows)).execute());
    }

    private static Row row(ClockRebuild.Passed passed) {
        StoredClock clock = passed.clock();
        ArmedLevel level = passed.level();
        return new Row(
                clock.clockId(),
                clock.cycle(),
                level.key(),
                level.level(),
                Ids.next(),
                clock.complaintId(),
                clock.platform(),
                clock.metric(),
                level.kind(),
                level.addressee(),
                Objects.requireNonNull(clock.dueAt()),
                level.firesAt());
    }
}
