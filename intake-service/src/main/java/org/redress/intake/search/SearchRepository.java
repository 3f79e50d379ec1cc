package org.redress.intake.search;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;
import org.jdbi.v3.core.statement.Query;
import org.jspecify.annotations.Nullable;
import org.redress.intake.complaint.ComplaintSummary;
import org.redress.intake.complaint.Rows;
import org.redress.intake.complaint.SummaryRows;
import org.redress.intake.complaint.Viewer;

/**
 * Walks the list, newest first, through the index of one narrowing and checks the rows against the others. A walk reads a
 * bounded number of rows whatever it finds, so that no combination of filters makes it walk a million (docs/adr/0022).
 */
@ApplicationScoped
class SearchRepository {
    /** How many rows one walk checks at most; about ten milliseconds' worth where they lie scattered. */
    private static final int CHECKED = 2_500;

    private static final String ORDER = " order by c.filed_at desc, c.id desc limit ";

    private final Jdbi jdbi;
    private final int checked;

    @Inject
    SearchRepository(Jdbi jdbi) {
        this(jdbi, CHECKED);
    }

    SearchRepository(Jdbi jdbi, int checked) {
        this.jdbi = jdbi;
        this.checked = checked;
    }

    /**
     * What a walk found.
     *
     * @param items in the list's order, everything that fits down to {@code edge}
     * @param edge how far it came; null if it came to the end or found as many as it was to
     */
    record Walked(List<ComplaintSummary> items, @Nullable Position edge) {}

    /**
     * One walk.
     *
     * @param along whose index is walked
     * @param checks what else must fit
     * @param after null for the first page
     */
    record Walk(
            Viewer viewer,
            Narrowing along,
            List<Narrowing> checks,
            Filter filter,
            @Nullable Position after) {}

    /** At most {@code wanted} complaints that fit. */
    Walked walk(Walk walk, int wanted) {
        if (walk.checks().isEmpty()) {
            return new Walked(jdbi.withHandle(handle -> hits(handle, walk, wanted)), null);
        }
        return jdbi.inTransaction(handle -> {
            // Both looks see one state: else what leaves a shelf in between moves the edge past rows that nobody
            // checked.
            handle.execute("set transaction isolation level repeatable read");
            return checked(handle, walk, wanted);
        });
    }

    private Walked checked(Handle handle, Walk walk, int wanted) {
        List<ComplaintSummary> found = hits(handle, walk, wanted);
        if (walk.along().values().size() == 1 && found.size() == wanted) {
            return new Walked(found, null);
        }
        Position edge = edge(handle, walk, wanted).orElse(null);
        if (edge == null) {
            return new Walked(found, null);
        }
        List<ComplaintSummary> sure = found.stream()
                .filter(item -> Position.of(item).compareTo(edge) >= 0)
                .toList();
        return new Walked(sure, sure.size() == wanted ? null : edge);
    }

    private List<ComplaintSummary> hits(Handle handle, Walk walk, int wanted) {
        String sql =
                "select " + SummaryRows.COLUMNS + " from (select hit.id from unnest(:keys) s(key) cross join lateral ("
                        + hit(walk, wanted) + ") hit order by hit.filed_at desc, hit.id desc limit " + wanted
                        + ") page join complaint c on c.id = page.id where "
                        + walk.viewer().condition() + " order by c.filed_at desc, c.id desc";
        return bound(handle.createQuery(sql), walk)
                .map((row, context) -> SummaryRows.summary(row))
                .list();
    }

    /** The limit inside is the bound; the limit outside ends the walk as soon as there is enough. */
    private String hit(Walk walk, int wanted) {
        if (walk.checks().isEmpty()) {
            return "select c.id, c.filed_at" + stretch(walk) + ORDER + wanted;
        }
        StringBuilder sql = new StringBuilder("select c.id, c.filed_at from (select c.*")
                .append(stretch(walk))
                .append(ORDER)
                .append(rows(walk, wanted))
                .append(") c where true");
        IntStream.range(0, walk.checks().size())
                .forEach(n ->
                        sql.append(" and ").append(walk.checks().get(n).way().checked("check" + n)));
        return sql.append(ORDER).append(wanted).toString();
    }

    /** Where the first of the walks along the single values was broken off; nothing if all came to their ends. */
    private Optional<Position> edge(Handle handle, Walk walk, int wanted) {
        String sql =
                "select edge.filed_at, edge.id from unnest(:keys) s(key) cross join lateral (select c.filed_at, c.id"
                        + stretch(walk) + ORDER + "1 offset " + (rows(walk, wanted) - 1)
                        + ") edge order by edge.filed_at desc, edge.id desc limit 1";
        return bound(handle.createQuery(sql), walk)
                .map((row, context) -> new Position(Rows.instant(row, "filed_at"), Rows.uuid(row, "id")))
                .findOne();
    }

    /** How far the walk goes for each value. */
    private int rows(Walk walk, int wanted) {
        return Math.max(wanted, checked / walk.along().values().size());
    }

    private static String stretch(Walk walk) {
        return " from complaint c where c.platform = :platform and "
                + walk.along().way().walked()
                + (walk.filter().from() == null ? "" : " and c.filed_at >= :from")
                + (walk.filter().to() == null ? "" : " and c.filed_at < :to")
                + (walk.after() == null ? "" : " and (c.filed_at, c.id) < (:afterAt, :afterId)");
    }

    private static Query bound(Query query, Walk walk) {
        query.bind("platform", walk.viewer().platform())
                .bind("subject", walk.viewer().subject())
                .bindArray("keys", String.class, walk.along().values().toArray())
                .bind("from", Rows.utc(walk.filter().from()))
                .bind("to", Rows.utc(walk.filter().to()));
        Position after = walk.after();
        if (after != null) {
            query.bind("afterAt", Rows.utc(after.filedAt())).bind("afterId", after.id());
        }
        for (int n = 0; n < walk.checks().size(); n++) {
            query.bindArray(
                    "check" + n, String.class, walk.checks().get(n).values().toArray());
        }
        return query;
    }
}
