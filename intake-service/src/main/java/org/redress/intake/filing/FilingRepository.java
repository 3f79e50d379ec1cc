package org.redress.intake.filing;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.UUID;
import org.jdbi.v3.core.Jdbi;
import org.jdbi.v3.core.statement.PreparedBatch;
import org.jdbi.v3.core.statement.Update;
import org.redress.intake.complaint.Demand;
import org.redress.intake.complaint.Money;
import org.redress.intake.complaint.Promise;
import org.redress.intake.complaint.Rows;

/** Writes new complaints. All methods join the running transaction. */
@ApplicationScoped
class FilingRepository {
    private static final String INSERT = """
            insert into complaint (id, platform, number, status, order_no, filed_category, description, occurred_at,
                amount, currency, channel, merchant_id, product_id, goods_expire_at, impact, complainant_id, filed_by,
                filed_by_role, language, filed_at, policy_version)
            values (:id, :platform, :number, 'FILED', :orderNo, :category, :description, :occurredAt,
                :amount, :currency, :channel, :merchantId, :productId, :goodsExpireAt, :impact, :complainantId, :filedBy,
                :filedByRole, :language, :filedAt, :policyVersion)
            on conflict (number) do nothing""";

    private final Jdbi jdbi;

    FilingRepository(Jdbi jdbi) {
        this.jdbi = jdbi;
    }

    /** The transaction's time on the database's clock: no node's clock decides when a complaint was filed. */
    Instant now() {
        return jdbi.withHandle(handle -> handle.createQuery("select now()")
                .mapTo(OffsetDateTime.class)
                .one()
                .toInstant());
    }

    /** Writes the complaint's row, unless its number is taken already. */
    boolean insert(NewComplaint complaint) {
        return jdbi.withHandle(handle -> {
            Update insert = handle.createUpdate(INSERT)
                    .bind("id", complaint.id())
                    .bind("number", complaint.number())
                    .bind("filedAt", Rows.utc(complaint.filedAt()))
                    .bind("policyVersion", complaint.policyVersion())
                    .bind("amount", complaint.amount())
                    .bind("currency", complaint.currency());
            bindFiling(insert, complaint.filing());
            return insert.execute() == 1;
        });
    }

    private static void bindFiling(Update insert, Filing filing) {
        insert.bind("platform", filing.filer().platform())
                .bind("filedBy", filing.filer().subject())
                .bind("filedByRole", filing.filer().role())
                .bind("language", filing.filer().language())
                .bind("orderNo", filing.orderNo())
                .bindByType("category", filing.category(), Enum.class)
                .bind("description", filing.description())
                .bind("occurredAt", Rows.utc(filing.occurredAt()))
                .bindByType("channel", filing.channel(), Enum.class)
                .bind("merchantId", filing.merchantId())
                .bind("productId", filing.productId())
                .bind("goodsExpireAt", Rows.utc(filing.goodsExpireAt()))
                .bind("impact", filing.impact())
                .bind("complainantId", filing.complainant().id());
    }

    /** Writes what is asked for, in its order. */
    void insertDemands(UUID id, List<Demand> demands) {
        jdbi.useHandle(handle -> {
            PreparedBatch batch = handle.prepareBatch("""
                    insert into demand (complaint_id, position, type, amount, currency, text)
                    values (:id, :position, :type, :amount, :currency, :text)""");
            for (Demand demand : demands) {
                Money money = demand.money();
                batch.bind("id", id)
                        .bind("position", batch.size())
                        .bind("type", demand.type().name())
                        .bind("amount", money == null ? null : money.amount())
                        .bind(
                                "currency",
                                money == null ? null : money.currency().getCurrencyCode())
                        .bind("text", demand.text())
                        .add();
            }
            batch.execute();
        });
    }

    /** Writes personal data, apart from the record. */
    void insertContact(UUID id, Filing.Complainant complainant) {
        jdbi.useHandle(handle -> handle.createUpdate("""
                        insert into complainant_contact (complaint_id, name, phone, email)
                        values (:id, :name, :phone, :email)""")
                .bind("id", id)
                .bind("name", complainant.name())
                .bind("phone", complainant.phone())
                .bind("email", complainant.email())
                .execute());
    }

    /** Writes what was promised. */
    void insertPromises(UUID id, List<Promise> promises) {
        if (promises.isEmpty()) {
            return;
        }
        jdbi.useHandle(handle -> {
            PreparedBatch batch = handle.prepareBatch("""
                    insert into promise (complaint_id, metric, target, unit)
                    values (:id, :metric, :target, :unit)""");
            for (Promise promise : promises) {
                batch.bind("id", id)
                        .bind("metric", promise.metric())
                        .bind("target", promise.target())
                        .bind("unit", promise.unit())
                        .add();
            }
            batch.execute();
        });
    }
}
