package org.redress.sla.complaint;

import com.fasterxml.jackson.core.type.TypeReference;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jdbi.v3.core.Jdbi;
import org.jspecify.annotations.Nullable;
import org.redress.sla.storage.Columns;
import org.redress.sla.storage.Rows;

/** The tables {@code complaint} and {@code case_event}. The methods join the running transaction. */
@ApplicationScoped
class ComplaintRepository {
    private static final TypeReference<List<Fact>> FACTS = new TypeReference<>() {};

    private final Jdbi jdbi;

    ComplaintRepository(Jdbi jdbi) {
        this.jdbi = jdbi;
    }

    /**
     * Locks a complaint's row until the end of the transaction, making it when it is new. The lock closes the race between
     * two events of one complaint computing its clocks at once, each without the other's event.
     */
    Complaint lock(UUID complaintId, String platform) {
        return find(complaintId).orElseGet(() -> {
            jdbi.useHandle(handle -> handle.createUpdate("""
                            insert into complaint (complaint_id, platform, standing) values (:complaint, :platform, 'UNFILED')
                            on conflict do nothing""")
                    .bind("complaint", complaintId)
                    .bind("platform", platform)
                    .execute());
            return find(complaintId).orElseThrow();
        });
    }

    /** Locks a complaint that is known. */
    Optional<Complaint> find(UUID complaintId) {
        return jdbi.withHandle(
                handle -> handle.createQuery("select * from complaint where complaint_id = :complaint for update")
                        .bind("complaint", complaintId)
                        .map((row, context) -> complaint(row))
                        .findOne());
    }

    /** Locks some of the complaints that wait for a policy that is there by now, leaving out those that others hold. */
    List<Complaint> withoutPolicyInVain(int limit) {
        return jdbi.withHandle(handle -> handle.createQuery("""
                        select c.* from complaint c
                        where c.standing = 'NO_POLICY' and exists (
                            select 1 from policy p where p.platform = c.platform and p.active_from <= now())
                        order by c.filed_at limit :limit for update of c skip locked""")
                .bind("limit", limit)
                .map((row, context) -> complaint(row))
                .list());
    }

    /** Keeps an event. Returns false when it is kept already. */
    boolean keep(ReceivedEvent event) {
        return jdbi.withHandle(handle -> handle.createUpdate("""
                        insert into case_event (complaint_id, source, event_id, type, sequence, happened_at, data, fact)
                        values (:complaint, :source, :id, :type, :sequence, :at, cast(:data as json), cast(:fact as jsonb))
                        on conflict do nothing""")
                        .bind("complaint", event.complaintId())
                        .bind("source", event.source())
                        .bind("id", event.id())
                        .bind("type", event.type())
                        .bind("sequence", event.sequence())
                        .bind("at", Columns.timestamp(event.happenedAt()))
                        .bind("data", event.json())
                        .bind("fact", json(event.fact()))
                        .execute()
                == 1);
    }

    /** The facts of a complaint, by the time they happened. */
    List<KeptFact> factsOf(UUID complaintId) {
        return jdbi.withHandle(handle -> handle.createQuery("""
                        select event_id, sequence, json_build_array(fact) as facts from case_event
                        where complaint_id = :complaint and fact is not null
                        order by happened_at, source, sequence""")
                .bind("complaint", complaintId)
                .map((row, context) -> new KeptFact(
                        Columns.id(row, "event_id"),
                        row.getLong("sequence"),
                        Rows.read(row.getString("facts"), FACTS).get(0)))
                .list());
    }

    /**
     * Writes what is known of a complaint and when its next level fires.
     *
     * @return how long until then on the database's clock, negative when overdue; null when nothing is armed
     */
    @Nullable
    Duration save(Complaint complaint) {
        return jdbi.withHandle(handle -> handle.createQuery("""
                        update complaint p set complainant_id = :complainant, filed_at = :filedAt, policy_version = :version,
                            standing = :standing, next_level_at = case when :standing = 'TIMED' then
                                (select min(c.next_level_at) from clock c where c.complaint_id = p.complaint_id) end
                        where complaint_id = :complaint
                        returning cast(extract(epoch from next_level_at - clock_timestamp()) * 1000000 as bigint)""")
                .bind("complaint", complaint.id())
                .bind("complainant", complaint.complainantId())
                .bind("filedAt", Columns.timestamp(complaint.filedAt()))
                .bind("version", complaint.policyVersion())
                .bind("standing", complaint.standing().name())
                .map((row, context) -> new UntilNext(row.getObject(1, Long.class)))
                .one()
                .duration());
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

    private static @Nullable String json(@Nullable Fact fact) {
        if (fact == null) {
            return null;
        }
        String array = Rows.of(List.of(fact));
        return array.substring(1, array.length() - 1);
    }

    static Complaint complaint(ResultSet row) throws SQLException {
        return new Complaint(
                Columns.id(row, "complaint_id"),
                row.getString("platform"),
                row.getString("complainant_id"),
                Columns.instantOrNull(row, "filed_at"),
                Columns.integerOrNull(row, "policy_version"),
                Standing.valueOf(row.getString("standing")));
    }

    /** Microseconds until the next level, if one is armed. */
    private record UntilNext(@Nullable Long micros) {
        @Nullable
        Duration duration() {
            return micros == null ? null : Duration.ofNanos(micros * 1000);
        }
    }
}
