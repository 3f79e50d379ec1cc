package org.redress.intake.fastlane;

import jakarta.enterprise.context.ApplicationScoped;
import java.math.BigDecimal;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Currency;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;
import org.jspecify.annotations.Nullable;
import org.redress.intake.complaint.Category;
import org.redress.intake.complaint.ComplaintStatus;
import org.redress.intake.complaint.Demand;
import org.redress.intake.complaint.DemandType;
import org.redress.intake.complaint.Money;
import org.redress.intake.complaint.Rows;
import org.redress.intake.complaint.Severity;
import org.redress.intake.platform.FastLaneClaim;

/** Claims that may be micro-claims, and which were settled by rule. All methods join the running transaction. */
@ApplicationScoped
class FastLaneRepository {
    private final Jdbi jdbi;

    FastLaneRepository(Jdbi jdbi) {
        this.jdbi = jdbi;
    }

    /** Reads a complaint of that platform and locks it until the transaction ends. */
    Optional<MicroClaim> lock(UUID id, String platform) {
        return jdbi.withHandle(handle -> handle.createQuery("""
                        select * from complaint c where c.id = :id and c.platform = :platform for update""")
                .bind("id", id)
                .bind("platform", platform)
                .map((row, context) -> claim(row, demands(handle, id)))
                .findOne());
    }

    /** The database's time. */
    Instant now() {
        return jdbi.withHandle(handle -> handle.createQuery("select clock_timestamp()")
                .mapTo(OffsetDateTime.class)
                .one()
                .toInstant());
    }

    /** Has all claims of one person looked at one after the other, so that none slips past the count. */
    void lockPerson(String platform, String person) {
        jdbi.useHandle(handle -> handle.createQuery(
                        "select 1 from (select pg_advisory_xact_lock(hashtextextended(:person, 55))) held")
                .bind("person", platform + "/" + person)
                .mapTo(Integer.class)
                .one());
    }

    /** How many claims of a person were settled by rule since. */
    int settled(String platform, String person, Duration since) {
        return jdbi.withHandle(handle -> handle.createQuery("""
                        select count(*) from fast_lane_settlement
                         where platform = :platform and complainant_id = :person
                           and settled_at > now() - :since * interval '1 second'""")
                .bind("platform", platform)
                .bind("person", person)
                .bind("since", since.toSeconds())
                .mapTo(Integer.class)
                .one());
    }

    /** Whether something was decided or granted on another complaint about the same order. */
    boolean orderIsSettled(UUID id, String platform, String orderNo) {
        return jdbi.withHandle(handle -> handle.createQuery("""
                        select exists (
                            select 1 from complaint c join case_part p on p.complaint_id = c.id
                             where c.platform = :platform and c.order_no = :orderNo and c.id <> :id
                               and (p.kind = 'DECISION'
                                    or p.kind = 'REMEDY' and p.document ->> 'state' <> 'CANCELLED'))""")
                .bind("platform", platform)
                .bind("orderNo", orderNo)
                .bind("id", id)
                .mapTo(Boolean.class)
                .one());
    }

    /** Whether this complaint was settled by rule before; it never is twice. */
    boolean isSettled(UUID id) {
        return jdbi.withHandle(handle -> handle.createQuery(
                        "select exists (select 1 from fast_lane_settlement where complaint_id = :id)")
                .bind("id", id)
                .mapTo(Boolean.class)
                .one());
    }

    /** Notes a settlement. */
    void settle(UUID id, String platform, MicroClaim claim, String rule, Money refund, UUID decisionId) {
        jdbi.useHandle(handle -> handle.createUpdate("""
                        insert into fast_lane_settlement
                            (complaint_id, platform, complainant_id, order_no, rule, amount, currency, decision_id)
                        values (:id, :platform, :person, :orderNo, :rule, :amount, :currency, :decisionId)""")
                .bind("id", id)
                .bind("platform", platform)
                .bind("person", claim.person())
                .bind("orderNo", claim.orderNo())
                .bind("rule", rule)
                .bind("amount", refund.amount())
                .bind("currency", refund.currency().getCurrencyCode())
                .bind("decisionId", decisionId)
                .execute());
    }

    private static MicroClaim claim(ResultSet row, List<Demand> demands) throws SQLException {
        return new MicroClaim(
                row.getString("complainant_id"),
                row.getString("order_no"),
                ComplaintStatus.valueOf(row.getString("status")),
                new FastLaneClaim(
                        Rows.maybe(Category.class, row.getString("category")),
                        Rows.maybe(Severity.class, row.getString("severity")),
                        money(row),
                        demands),
                row.getString("language"));
    }

    private static List<Demand> demands(Handle handle, UUID id) {
        return handle.createQuery("select * from demand where complaint_id = :id order by position")
                .bind("id", id)
                .map((row, context) ->
                        new Demand(DemandType.valueOf(row.getString("type")), money(row), row.getString("text")))
                .list();
    }

    private static @Nullable Money money(ResultSet row) throws SQLException {
        BigDecimal amount = row.getBigDecimal("amount");
        return amount == null ? null : new Money(amount, Currency.getInstance(row.getString("currency")));
    }
}
