package org.redress.sla.complaint;

import jakarta.enterprise.context.ApplicationScoped;
import java.math.BigDecimal;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.UUID;
import java.util.function.Function;
import org.jdbi.v3.core.Jdbi;
import org.jdbi.v3.core.statement.Query;
import org.jspecify.annotations.Nullable;
import org.redress.sla.storage.Columns;

/**
 * The table {@code complaint}, a set of rows a statement. The methods join the running transaction.
 *
 * <p>The lock on a complaint's row closes the race between two events of one complaint computing its clocks at once, each
 * without the other's event. Sets are locked by rising id, so that two transactions never wait for each other.
 */
@ApplicationScoped
class ComplaintRepository {
    private final Jdbi jdbi;

    ComplaintRepository(Jdbi jdbi) {
        this.jdbi = jdbi;
    }

    /**
     * Locks complaints until the end of the transaction, making those that are new.
     *
     * @param platforms for each complaint the platform it belongs to should it be new
     */
    List<Complaint> lock(Map<UUID, String> platforms) {
        var byId = new TreeMap<>(platforms);
        jdbi.useHandle(handle -> handle.createUpdate("""
                        insert into complaint (complaint_id, platform, standing)
                        select id, platform, 'UNFILED' from unnest(:ids, :platforms) as new(id, platform) order by id
                        on conflict do nothing""")
                .bindArray("ids", UUID.class, byId.keySet())
                .bindArray("platforms", String.class, byId.values())
                .execute());
        return lock(byId.keySet());
    }

    /** Locks those of the complaints that are known. */
    List<Complaint> lock(Collection<UUID> complaints) {
        return jdbi.withHandle(handle -> complaints(handle.createQuery(
                        "select * from complaint where complaint_id = any(:complaints) order by complaint_id for update")
                .bindArray("complaints", UUID.class, complaints)));
    }

    /** Locks a complaint that is known. */
    Optional<Complaint> find(UUID complaintId) {
        return lock(List.of(complaintId)).stream().findFirst();
    }

    /** Locks the next complaints of a rebuild, by rising id. */
    List<Complaint> lockSome(RebuildClocks.Scope scope) {
        return jdbi.withHandle(handle -> complaints(handle.createQuery("""
                        select * from complaint
                        where (cast(:platform as text) is null or platform = :platform)
                          and (cast(:complaint as uuid) is null or complaint_id = :complaint)
                          and (cast(:after as uuid) is null or complaint_id > :after)
                        order by complaint_id limit :limit for update""")
                .bind("platform", scope.platform())
                .bind("complaint", scope.complaint())
                .bind("after", scope.after())
                .bind("limit", scope.limit())));
    }

    /** The database's time at the start of the transaction. */
    Instant now() {
        return jdbi.withHandle(handle -> handle.createQuery("select now() as now")
                .map((row, context) -> Columns.instant(row, "now"))
                .one());
    }

    /**
     * Locks some of the complaints that wait for a policy that is there by now, leaving out those that others hold. Goes by
     * platform, so that each set reads its own rows in the order of the index and not all that still wait.
     */
    List<Complaint> withoutPolicyInVain(int limit) {
        return jdbi.withHandle(handle -> complaints(handle.createQuery("""
                        select waiting.* from (select distinct platform from policy where active_from <= now()) p
                        cross join lateral (
                            select * from complaint c where c.standing = 'NO_POLICY' and c.platform = p.platform
                            order by c.filed_at limit :limit for update skip locked) waiting
                        limit :limit""").bind("limit", limit)));
    }

    /** Locks some of the complaints whose platform was set aside and is no more, leaving out those that others hold. */
    List<Complaint> setAsideWithTheirPlatformInVain(int limit) {
        return jdbi.withHandle(handle -> complaints(handle.createQuery("""
                        select c.* from set_aside s join complaint c using (complaint_id)
                        where s.stage = 'POLICY'
                          and not exists (select 1 from platform_set_aside p where p.platform = s.platform)
                        order by c.complaint_id limit :limit for update of c skip locked""").bind("limit", limit)));
    }

    /**
     * Writes what is known of complaints and when the next level of each fires.
     *
     * @return how long until the first of these on the database's clock, negative when overdue; nothing when none is armed
     */
    Optional<Duration> save(Collection<Complaint> complaints) {
        return jdbi.withHandle(handle -> handle
                .createQuery("""
                        update complaint p set complainant_id = r.complainant_id, filed_at = r.filed_at,
                            policy_version = r.policy_version, standing = r.standing, severity = r.severity,
                            category = r.category, queue = r.queue, tier = r.tier, owner = r.owner, amount = r.amount,
                            next_level_at = case when r.standing = 'TIMED' then
                                (select min(c.next_level_at) from clock c where c.complaint_id = p.complaint_id) end
                        from unnest(:ids, :complainants, cast(:filed as timestamptz[]), :versions, :standings, :severities,
                            :categories, :queues, :tiers, :owners, cast(:amounts as numeric[])) as r(complaint_id,
                            complainant_id, filed_at, policy_version, standing, severity, category, queue, tier, owner, amount)
                        where p.complaint_id = r.complaint_id
                        returning cast(extract(epoch from next_level_at - clock_timestamp()) * 1000000 as bigint) as micros""")
                .bindArray("ids", UUID.class, Columns.of(complaints, Complaint::id))
                .bindArray("complainants", String.class, Columns.of(complaints, Complaint::complainantId))
                .bindArray(
                        "filed", String.class, Columns.of(complaints, complaint -> Columns.text(complaint.filedAt())))
                .bindArray("versions", Integer.class, Columns.of(complaints, Complaint::policyVersion))
                .bindArray(
                        "standings",
                        String.class,
                        Columns.of(complaints, complaint -> complaint.standing().name()))
                .bindArray("severities", String.class, traits(complaints, Traits::severity))
                .bindArray("categories", String.class, traits(complaints, Traits::category))
                .bindArray("queues", String.class, traits(complaints, Traits::queue))
                .bindArray("tiers", String.class, traits(complaints, Traits::tier))
                .bindArray("owners", String.class, traits(complaints, Traits::owner))
                .bindArray("amounts", String.class, traits(complaints, traits -> text(traits.amount())))
                .map((row, context) -> Optional.ofNullable(row.getObject("micros", Long.class)))
                .list()
                .stream()
                .flatMap(Optional::stream)
                .min(Comparator.naturalOrder())
                .map(micros -> Duration.ofNanos(micros * 1000)));
    }

    /** How many complaints wait for a policy. */
    long countWithoutPolicy() {
        return count("select count(*) from complaint where standing = 'NO_POLICY'");
    }

    /** How many complaints are set aside. */
    long countSetAside() {
        return count("select count(*) from set_aside");
    }

    private long count(String sql) {
        return jdbi.withHandle(
                handle -> handle.createQuery(sql).mapTo(Long.class).one());
    }

    private static List<Complaint> complaints(Query query) {
        return query.map((row, context) -> complaint(row)).list();
    }

    static Complaint complaint(ResultSet row) throws SQLException {
        return new Complaint(
                Columns.id(row, "complaint_id"),
                row.getString("platform"),
                row.getString("complainant_id"),
                Columns.instantOrNull(row, "filed_at"),
                Columns.integerOrNull(row, "policy_version"),
                Standing.valueOf(row.getString("standing")),
                new Traits(
                        row.getString("severity"),
                        row.getString("category"),
                        row.getString("queue"),
                        row.getString("tier"),
                        row.getString("owner"),
                        row.getBigDecimal("amount")));
    }

    private static @Nullable String text(@Nullable BigDecimal amount) {
        return amount == null ? null : amount.toString();
    }

    private static <T extends @Nullable Object> List<T> traits(
            Collection<Complaint> complaints, Function<Traits, T> trait) {
        return Columns.of(complaints, complaint -> trait.apply(complaint.traits()));
    }
}
