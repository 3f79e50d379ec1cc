package org.redress.triage.freeze;

import jakarta.inject.Singleton;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jdbi.v3.core.Jdbi;
import org.jspecify.annotations.Nullable;

/** The rows of freezes that staff and other features see. All methods join the running transaction. */
@Singleton
public class FreezeRepository {

    private final Jdbi jdbi;

    FreezeRepository(Jdbi jdbi) {
        this.jdbi = jdbi;
    }

    /**
     * Writes an order, or, if the filing is older than {@code maxAge} by the database's clock, that it needs a person.
     *
     * @return when it was ordered; empty if it was not, because of its age or because there is one already
     */
    Optional<Instant> insert(UUID freezeId, FreezeOrder order, Duration maxAge) {
        return jdbi.withHandle(handle -> handle.createQuery("""
                        with age as (select now() - cast(:filedAt as timestamptz) > :maxAge * interval '1 second' as old)
                        insert into account_freeze (id, complaint_id, platform, account_id, reason, state, ordered_at,
                            next_attempt_at, failure)
                        select :id, :complaint, :platform, :account, :reason,
                            case when old then 'FAILED_NEEDS_PERSON' else 'ORDERED' end, now(),
                            case when old then null else now() end,
                            case when old then 'OUTDATED' end
                        from age
                        on conflict (complaint_id) do nothing
                        returning state = 'ORDERED' as ordered, ordered_at""")
                .bind("id", freezeId)
                .bind("complaint", order.complaintId())
                .bind("platform", order.platform())
                .bind("account", order.accountId())
                .bind("reason", order.reason())
                .bind("filedAt", OffsetDateTime.ofInstant(order.filedAt(), ZoneOffset.UTC))
                .bind("maxAge", maxAge.toSeconds())
                .map((row, context) -> row.getBoolean("ordered") ? instant(row, "ordered_at") : Instant.MIN)
                .findOne()
                .filter(at -> !at.equals(Instant.MIN)));
    }

    /** The freezes of a tenant, the newest first. */
    public List<Freeze> list(String platform, @Nullable UUID complaint, @Nullable UUID before, int limit) {
        return jdbi.withHandle(handle -> handle.createQuery("""
                        select * from account_freeze
                        where platform = :platform
                            and (cast(:complaint as uuid) is null or complaint_id = :complaint)
                            and (cast(:before as uuid) is null or id < :before)
                        order by id desc limit :limit""")
                .bind("platform", platform)
                .bind("complaint", complaint)
                .bind("before", before)
                .bind("limit", limit)
                .map((row, context) -> freeze(row))
                .list());
    }

    /** One of a tenant's freezes. */
    public Optional<Freeze> find(String platform, UUID freezeId) {
        return jdbi.withHandle(
                handle -> handle.createQuery("select * from account_freeze where platform = :platform and id = :id")
                        .bind("platform", platform)
                        .bind("id", freezeId)
                        .map((row, context) -> freeze(row))
                        .findOne());
    }

    private static Freeze freeze(ResultSet row) throws SQLException {
        return new Freeze(
                row.getObject("id", UUID.class),
                row.getObject("complaint_id", UUID.class),
                row.getString("account_id"),
                row.getString("reason"),
                FreezeState.valueOf(row.getString("state")),
                row.getObject("ordered_at", OffsetDateTime.class).toInstant(),
                row.getInt("attempts"),
                nullable(row, "next_attempt_at"),
                row.getString("reference"),
                nullable(row, "confirmed_at"),
                row.getString("failure"));
    }

    private static @Nullable Instant nullable(ResultSet row, String column) throws SQLException {
        OffsetDateTime at = row.getObject(column, OffsetDateTime.class);
        return at == null ? null : at.toInstant();
    }

    private static Instant instant(ResultSet row, String column) throws SQLException {
        return row.getObject(column, OffsetDateTime.class).toInstant();
    }
}
