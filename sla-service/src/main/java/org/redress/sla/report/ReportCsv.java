package org.redress.sla.report;

import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.io.OutputStream;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Reports as CSV: the columns of the JSON answers under the same names. */
@ApplicationScoped
class ReportCsv {
    private static final List<String> ATTAINMENT = List.of(
            "platform",
            "week",
            "metric",
            "severity",
            "met",
            "breached",
            "attainment",
            "open",
            "cancelled",
            "withdrawn",
            "paused",
            "pausedShare",
            "levels",
            "lateLevels",
            "latest",
            "lateP95",
            "deadlines");
    private static final List<String> DEADLINES = List.of(
            "clockId",
            "complaintId",
            "platform",
            "week",
            "metric",
            "severity",
            "queue",
            "owner",
            "outcome",
            "startedAt",
            "dueAt",
            "endedAt",
            "overdue",
            "paused",
            "withdrawnBecause",
            "explanation");

    /** Writes the attainment report. */
    void attainment(List<AttainmentRow> rows, OutputStream out) throws IOException {
        try (var table = new CsvTable(out, ATTAINMENT)) {
            for (AttainmentRow row : rows) {
                table.row(
                        row.platform(),
                        row.week(),
                        row.metric(),
                        row.severity(),
                        row.met(),
                        row.breached(),
                        row.attainment(),
                        row.open(),
                        row.cancelled(),
                        row.withdrawn(),
                        row.paused(),
                        row.pausedShare(),
                        row.levels(),
                        row.lateLevels(),
                        row.latest(),
                        row.lateP95(),
                        row.deadlines());
            }
        }
    }

    /**
     * Writes deadlines page by page: a slow reader holds no transaction open.
     *
     * @param page the page behind a deadline, or the first; an empty one ends the table
     */
    void deadlines(Function<@Nullable PastDeadline, List<PastDeadline>> page, OutputStream out) throws IOException {
        try (var table = new CsvTable(out, DEADLINES)) {
            List<PastDeadline> rows = page.apply(null);
            while (!rows.isEmpty()) {
                for (PastDeadline row : rows) {
                    table.row(
                            row.clockId(),
                            row.complaintId(),
                            row.platform(),
                            row.week(),
                            row.metric(),
                            row.severity(),
                            row.queue(),
                            row.owner(),
                            row.outcome(),
                            row.startedAt(),
                            row.dueAt(),
                            row.endedAt(),
                            row.overdue(),
                            row.paused(),
                            row.withdrawnBecause(),
                            row.explanation());
                }
                rows = page.apply(rows.get(rows.size() - 1));
            }
        }
    }
}
