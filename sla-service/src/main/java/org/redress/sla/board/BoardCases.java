package org.redress.sla.board;

import com.fasterxml.jackson.core.type.TypeReference;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.redress.sla.board.BoardCase.CurrentPause;
import org.redress.sla.clock.StoredPause;
import org.redress.sla.storage.Columns;
import org.redress.sla.storage.Rows;

/** Makes the board's cases of rows that have {@link #COLUMNS}. */
final class BoardCases {
    static final String COLUMNS = """
            c.clock_id, c.complaint_id, c.platform, c.metric, c.cycle, c.key, coalesce(p.severity, 'NORMAL') as severity,
            p.category, p.queue, p.tier, p.owner, c.started_at, c.due_at, c.risk_at, c.breached_at, c.pauses, now() as now,
            """ + BoardConditions.STATE + " as board_state";

    private static final TypeReference<List<StoredPause>> PAUSES = new TypeReference<>() {};

    private BoardCases() {}

    /** The case in the current row. */
    static BoardCase of(ResultSet row) throws SQLException {
        Instant now = Columns.instant(row, "now");
        Instant dueAt = Columns.instantOrNull(row, "due_at");
        BoardState state = BoardState.valueOf(row.getString("board_state"));
        String complaint = row.getString("complaint_id");
        String key = row.getString("key");
        return new BoardCase(
                Columns.id(row, "clock_id"),
                Columns.id(row, "complaint_id"),
                row.getString("platform"),
                row.getString("metric"),
                row.getInt("cycle"),
                key.isEmpty() ? null : key,
                row.getString("severity"),
                row.getString("category"),
                row.getString("queue"),
                row.getString("tier"),
                row.getString("owner"),
                state,
                Columns.instant(row, "started_at"),
                dueAt,
                Columns.instantOrNull(row, "risk_at"),
                Columns.instantOrNull(row, "breached_at"),
                dueAt == null || !now.isBefore(dueAt) ? null : wholeSeconds(now, dueAt),
                dueAt == null || now.isBefore(dueAt) ? null : wholeSeconds(dueAt, now),
                state == BoardState.PAUSED ? pause(row.getString("pauses"), now) : null,
                "/api/v1/sla/complaints/" + complaint);
    }

    private static @Nullable CurrentPause pause(@Nullable String json, Instant now) {
        List<StoredPause> pauses = json == null ? List.of() : Rows.read(json, PAUSES);
        if (pauses.isEmpty()) {
            return null;
        }
        StoredPause open = pauses.stream()
                .filter(pause -> pause.to() == null || pause.to().isAfter(now))
                .max(Comparator.comparing(StoredPause::from))
                .orElse(pauses.get(pauses.size() - 1));
        Instant since = open.from().isAfter(now) ? now : open.from();
        return new CurrentPause(open.reason(), open.by(), open.from(), wholeSeconds(since, now), open.to());
    }

    private static Duration wholeSeconds(Instant from, Instant to) {
        return Duration.between(from, to).truncatedTo(ChronoUnit.SECONDS);
    }
}
