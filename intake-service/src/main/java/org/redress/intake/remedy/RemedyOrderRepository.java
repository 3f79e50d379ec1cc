package org.redress.intake.remedy;

import jakarta.enterprise.context.ApplicationScoped;
import java.math.BigDecimal;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jdbi.v3.core.Jdbi;
import org.jspecify.annotations.Nullable;
import org.redress.intake.complaint.Rows;
import org.redress.intake.lifecycle.CaseFacts;
import org.redress.intake.lifecycle.Part;
import org.redress.intake.lifecycle.PlatformOrders;

/** The orders as commands and staff see them. All methods join the running transaction. */
@ApplicationScoped
class RemedyOrderRepository {
    private final Jdbi jdbi;

    RemedyOrderRepository(Jdbi jdbi) {
        this.jdbi = jdbi;
    }

    /** Writes an order; the remedy's id is the order's, so that one remedy can never have two. */
    void insert(String platform, CaseFacts facts, Part.Remedy remedy) {
        String amount = remedy.amount();
        jdbi.useHandle(handle -> handle.createUpdate("""
                        insert into remedy_order (id, complaint_id, platform, order_no, type, amount, currency, due_at)
                        values (:id, :complaint, :platform, :orderNo, :type, :amount, :currency, :dueAt)
                        on conflict (id) do nothing""")
                .bind("id", remedy.id())
                .bind("complaint", facts.id())
                .bind("platform", platform)
                .bind("orderNo", facts.orderNo())
                .bind("type", remedy.type().name())
                .bindByType("amount", amount == null ? null : new BigDecimal(amount), BigDecimal.class)
                .bind("currency", remedy.currency())
                .bind("dueAt", Rows.utc(remedy.dueAt()))
                .execute());
    }

    /**
     * Locks the orders of a complaint that have not ended, and says how far they are. Without the lock a
     * worker could send what a command is about to cancel.
     */
    PlatformOrders lock(UUID complaintId) {
        Map<Boolean, Set<UUID>> pending = jdbi.withHandle(handle -> handle
                .createQuery("""
                        select id, state from remedy_order
                         where complaint_id = :complaint and next_attempt_at is not null
                         order by id for update""")
                .bind("complaint", complaintId)
                .map((row, context) -> Map.entry(Rows.uuid(row, "id"), OrderState.valueOf(row.getString("state"))))
                .stream()
                .collect(Collectors.partitioningBy(
                        order -> order.getValue() == OrderState.PENDING,
                        Collectors.mapping(Map.Entry::getKey, Collectors.toSet()))));
        return new PlatformOrders(pending.getOrDefault(true, Set.of()), pending.getOrDefault(false, Set.of()));
    }

    /** It is carried out; an order that the platform never had is not needed any more. */
    void executed(UUID id, @Nullable String reference) {
        jdbi.useHandle(handle -> handle.createUpdate("""
                        update remedy_order set
                            reason = case when state = 'PENDING' then 'CARRIED_OUT_OTHERWISE' end,
                            state = case when state = 'PENDING' then 'CANCELLED' else 'EXECUTED' end,
                            reference = :reference, next_attempt_at = null, ended_at = now()
                         where id = :id and next_attempt_at is not null""")
                .bind("id", id)
                .bind("reference", reference)
                .execute());
    }

    /** It is to be taken back: the platform is asked at once, or as soon as whoever is sending it is done. */
    void recall(UUID id) {
        jdbi.useHandle(handle -> handle.createUpdate("""
                        update remedy_order set recalled = true,
                            next_attempt_at = case when state = 'SENDING' then next_attempt_at else now() end
                         where id = :id and next_attempt_at is not null""").bind("id", id).execute());
    }

    /** It is not to be carried out. */
    void cancelled(UUID id) {
        jdbi.useHandle(handle -> handle.createUpdate("""
                        update remedy_order set state = 'CANCELLED', next_attempt_at = null, ended_at = now(),
                            reason = case when recalled then 'RECALLED' else 'CANCELLED' end
                         where id = :id and next_attempt_at is not null""").bind("id", id).execute());
    }

    /** The orders of a complaint. Who may see the complaint is for the caller to say. */
    List<RemedyLedgerView.OrderView> of(UUID complaintId) {
        return jdbi.withHandle(
                handle -> handle.createQuery("select * from remedy_order where complaint_id = :complaint order by id")
                        .bind("complaint", complaintId)
                        .map((row, context) -> view(row))
                        .list());
    }

    private static RemedyLedgerView.OrderView view(ResultSet row) throws SQLException {
        return new RemedyLedgerView.OrderView(
                Rows.uuid(row, "id"),
                OrderState.valueOf(row.getString("state")),
                row.getBoolean("recalled"),
                row.getInt("attempts"),
                Rows.instant(row, "ordered_at"),
                Rows.maybeInstant(row, "accepted_at"),
                Rows.maybeInstant(row, "ended_at"),
                Rows.maybeInstant(row, "next_attempt_at"),
                row.getString("reference"),
                row.getString("reason"),
                row.getString("last_answer"));
    }
}
