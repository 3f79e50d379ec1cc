package org.redress.sla.calendar;

import jakarta.enterprise.context.ApplicationScoped;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.jdbi.v3.core.Jdbi;
import org.jspecify.annotations.Nullable;
import org.redress.deadline.calendar.Calendar;
import org.redress.sla.storage.Columns;

/** The table {@code calendar}. Rows never change, so that a calendar read once is kept in memory. Thread safe. */
@ApplicationScoped
public class CalendarRepository {
    private static final String MINE = "owner in ('*', :platform)";

    private final Jdbi jdbi;
    private final Map<Key, Calendar> read = new ConcurrentHashMap<>();

    private record Key(String owner, String id, int version) {}

    /** A version as it was stored; the document is JSON. */
    record StoredCalendar(String owner, String id, int version, String document, Instant createdAt, String createdBy) {}

    CalendarRepository(Jdbi jdbi) {
        this.jdbi = jdbi;
    }

    /** The newest version of the calendar that a platform means by that name; the shipped ones come first. */
    public Optional<VersionedCalendar> newest(String platform, String id) {
        return jdbi.withHandle(handle -> handle.createQuery("select * from calendar where " + MINE + """
                         and calendar_id = :id order by owner = '*' desc, version desc limit 1""")
                        .bind("platform", platform)
                        .bind("id", id)
                        .map((row, context) -> stored(row))
                        .findOne())
                .map(this::calendar);
    }

    /** One version. */
    public Optional<VersionedCalendar> version(String owner, String id, int version) {
        Calendar known = read.get(new Key(owner, id, version));
        return known != null
                ? Optional.of(new VersionedCalendar(owner, version, known))
                : find(owner, id, version).map(this::calendar);
    }

    /** One version as stored, of exactly that owner. */
    Optional<StoredCalendar> find(String owner, String id, int version) {
        return jdbi.withHandle(handle -> handle.createQuery(
                        "select * from calendar where owner = :owner and calendar_id = :id and version = :version")
                .bind("owner", owner)
                .bind("id", id)
                .bind("version", version)
                .map((row, context) -> stored(row))
                .findOne());
    }

    /** The newest version of each calendar a platform may use, by name, from behind that one. */
    List<StoredCalendar> list(String platform, @Nullable String after, int limit) {
        return jdbi.withHandle(handle -> handle.createQuery("""
                        select distinct on (calendar_id) * from calendar
                        where owner in ('*', :platform) and calendar_id > coalesce(cast(:after as text), '')
                        order by calendar_id, owner = '*' desc, version desc limit :limit""")
                .bind("platform", platform)
                .bind("after", after)
                .bind("limit", limit)
                .map((row, context) -> stored(row))
                .list());
    }

    /** The versions of one calendar that a platform may use, newest first, from below that version. */
    List<StoredCalendar> versions(String platform, String id, int below, int limit) {
        return jdbi.withHandle(handle -> handle.createQuery("select * from calendar where " + MINE + """
                         and calendar_id = :id and version < :below order by version desc limit :limit""")
                .bind("platform", platform)
                .bind("id", id)
                .bind("below", below)
                .bind("limit", limit)
                .map((row, context) -> stored(row))
                .list());
    }

    /** A platform's own calendars in all versions, by name and version. */
    public List<VersionedCalendar> own(String platform) {
        return all(platform, "%");
    }

    /** The shipped version that says the same; the newest, should there be several. */
    public Optional<VersionedCalendar> shippedLike(Calendar calendar) {
        return all(VersionedCalendar.SHIPPED, calendar.id()).stream()
                .filter(shipped -> shipped.calendar().equals(calendar))
                .reduce((earlier, later) -> later);
    }

    private List<VersionedCalendar> all(String owner, String like) {
        return jdbi.withHandle(
                handle -> handle
                        .createQuery("""
                        select * from calendar where owner = :owner and calendar_id like :like
                        order by calendar_id, version""")
                        .bind("owner", owner)
                        .bind("like", like)
                        .map((row, context) -> stored(row))
                        .list()
                        .stream()
                        .map(this::calendar)
                        .toList());
    }

    /** Whether a shipped calendar has that name. */
    public boolean isShipped(String id) {
        return find(VersionedCalendar.SHIPPED, id, 1).isPresent();
    }

    /**
     * The last version of a calendar, 0 when there is none, held until the end of the transaction. The lock closes the race
     * of two writers that both take the same next number.
     */
    public int holdLastVersion(String owner, String id) {
        return jdbi.withHandle(handle -> {
            handle.createQuery(
                            "select 1 from (select pg_advisory_xact_lock(hashtext('calendar'), hashtext(:name))) as held")
                    .bind("name", owner + "/" + id)
                    .mapTo(Integer.class)
                    .one();
            return handle.createQuery(
                            "select coalesce(max(version), 0) from calendar where owner = :owner and calendar_id = :id")
                    .bind("owner", owner)
                    .bind("id", id)
                    .mapTo(Integer.class)
                    .one();
        });
    }

    /** Writes a version. Joins the transaction, which holds the calendar's last version. */
    StoredCalendar insert(String owner, int version, Calendar calendar, String by) {
        return jdbi.withHandle(handle -> handle.createQuery("""
                        insert into calendar (owner, calendar_id, version, document, created_by)
                        values (:owner, :id, :version, cast(:document as jsonb), :by) returning *""")
                .bind("owner", owner)
                .bind("id", calendar.id())
                .bind("version", version)
                .bind("document", CalendarDocuments.write(calendar))
                .bind("by", by)
                .map((row, context) -> stored(row))
                .one());
    }

    private VersionedCalendar calendar(StoredCalendar row) {
        Calendar calendar = read.computeIfAbsent(
                new Key(row.owner(), row.id(), row.version()), key -> CalendarDocuments.read(row.document()));
        return new VersionedCalendar(row.owner(), row.version(), calendar);
    }

    private static StoredCalendar stored(ResultSet row) throws SQLException {
        return new StoredCalendar(
                row.getString("owner"),
                row.getString("calendar_id"),
                row.getInt("version"),
                row.getString("document"),
                Columns.instant(row, "created_at"),
                row.getString("created_by"));
    }
}
