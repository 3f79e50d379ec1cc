package org.redress.notification.cases;

import jakarta.enterprise.context.ApplicationScoped;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jdbi.v3.core.Jdbi;
import org.jspecify.annotations.Nullable;

/** The cases this service has heard of. Every method needs the caller's transaction; safe for concurrent use. */
@ApplicationScoped
public class CaseRepository {
    private static final String COLUMNS = "complaint_id, platform, number, complainant_id, language, owner";

    private final Jdbi jdbi;

    CaseRepository(Jdbi jdbi) {
        this.jdbi = jdbi;
    }

    /**
     * Locks the case until the transaction ends, and makes its row if there is none. The lock closes this race: one
     * transaction finds no owner and leaves a message waiting, another names the owner and finds nothing waiting.
     *
     * @throws ForeignCaseException if the case is known under another platform
     */
    public KnownCase lock(UUID complaintId, String platform) {
        return jdbi.withHandle(handle -> handle.createQuery("insert into known_case (complaint_id, platform)"
                                + " values (:id, :platform) on conflict (complaint_id) do update"
                                + " set platform = known_case.platform where known_case.platform = excluded.platform"
                                + " returning " + COLUMNS)
                        .bind("id", complaintId)
                        .bind("platform", platform)
                        .map((row, context) -> read(row))
                        .findOne())
                .orElseThrow(() -> new ForeignCaseException(complaintId, platform));
    }

    /**
     * Locks cases as {@link #lock} does, in the order of their ids. For a transaction that is about several: two that lock theirs
     * in the order of their events would each hold what the other waits for. Whose a case is is not looked at here.
     *
     * @param platforms the tenant of each case, for those that there is no row of
     */
    public void lockInOrder(Map<UUID, String> platforms) {
        List<UUID> ids = List.copyOf(platforms.keySet());
        jdbi.useHandle(handle -> handle.createUpdate("insert into known_case (complaint_id, platform)"
                        + " select id, platform from unnest(:ids, :platforms) as told(id, platform) order by id"
                        // The row is locked though nothing of it is changed.
                        + " on conflict (complaint_id) do update set platform = known_case.platform where false")
                .bindArray("ids", UUID.class, ids)
                .bindArray(
                        "platforms",
                        String.class,
                        ids.stream().map(platforms::get).toList())
                .execute());
    }

    /** Records what a filing says; a second time changes nothing. */
    public void filed(UUID complaintId, String number, String complainantId, @Nullable String language) {
        jdbi.useHandle(handle -> handle.createUpdate("update known_case set number = :number,"
                        + " complainant_id = :complainant, language = :language where complaint_id = :id")
                .bind("id", complaintId)
                .bind("number", number)
                .bind("complainant", complainantId)
                .bind("language", language)
                .execute());
    }

    /**
     * Records the owner, unless a later triage event already named one.
     *
     * @param sequence the event's place among its producer's events of this complaint
     */
    public void owned(UUID complaintId, String owner, long sequence) {
        jdbi.useHandle(handle -> handle.createUpdate("update known_case set owner = :owner, owner_sequence = :sequence"
                        + " where complaint_id = :id and owner_sequence < :sequence")
                .bind("id", complaintId)
                .bind("owner", owner)
                .bind("sequence", sequence)
                .execute());
    }

    /** Looks a case up without locking it. */
    public Optional<KnownCase> find(UUID complaintId) {
        return jdbi.withHandle(
                handle -> handle.createQuery("select " + COLUMNS + " from known_case where complaint_id = :id")
                        .bind("id", complaintId)
                        .map((row, context) -> read(row))
                        .findOne());
    }

    private static KnownCase read(ResultSet row) throws SQLException {
        return new KnownCase(
                row.getObject("complaint_id", UUID.class),
                row.getString("platform"),
                row.getString("number"),
                row.getString("complainant_id"),
                row.getString("language"),
                row.getString("owner"));
    }
}
