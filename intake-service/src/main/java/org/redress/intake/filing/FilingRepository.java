package org.redress.intake.filing;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Stream;
import org.jdbi.v3.core.Jdbi;
import org.jdbi.v3.core.statement.Query;
import org.jspecify.annotations.Nullable;
import org.redress.intake.complaint.Demand;
import org.redress.intake.complaint.Money;
import org.redress.intake.complaint.Promise;
import org.redress.intake.complaint.Rows;

/** Writes new complaints: the record, what is asked for, personal data apart from it, and what was promised. */
@ApplicationScoped
class FilingRepository {
    // One statement: a round trip more costs a filing more than the rows themselves do (docs/adr/0024).
    private static final String INSERT = """
            with filed as (
                insert into complaint (id, platform, number, status, order_no, filed_category, description, occurred_at,
                    amount, currency, channel, merchant_id, product_id, goods_expire_at, impact, complainant_id, filed_by,
                    filed_by_role, language, filed_at, policy_version)
                values (:id, :platform, :number, 'FILED', :orderNo, :category, :description, :occurredAt,
                    :amount, :currency, :channel, :merchantId, :productId, :goodsExpireAt, :impact, :complainantId, :filedBy,
                    :filedByRole, :language, :filedAt, :policyVersion)
                on conflict (number) do nothing
                returning id
            ), demanded as (
                insert into demand (complaint_id, position, type, amount, currency, text)
                select id, position - 1, type, cast(demand.amount as numeric), demand.currency, text
                from filed, unnest(:demandTypes, :demandAmounts, :demandCurrencies, :demandTexts)
                    with ordinality as demand(type, amount, currency, text, position)
            ), reached as (
                insert into complainant_contact (complaint_id, name, phone, email)
                select id, :name, :phone, :email from filed
            ), promised as (
                insert into promise (complaint_id, metric, target, unit)
                select id, metric, target, unit from filed, unnest(:metrics, :targets, :units) as promise(metric, target, unit)
            )
            select count(*) from filed""";

    private final Jdbi jdbi;

    FilingRepository(Jdbi jdbi) {
        this.jdbi = jdbi;
    }

    /** Writes all rows of a new complaint, or none when its number is taken already. Joins the running transaction. */
    boolean insert(NewComplaint complaint, List<Promise> promises) {
        return jdbi.withHandle(handle -> {
            Query insert = handle.createQuery(INSERT)
                    .bind("id", complaint.id())
                    .bind("number", complaint.number())
                    .bind("filedAt", Rows.utc(complaint.filedAt()))
                    .bind("policyVersion", complaint.policyVersion())
                    .bind("amount", complaint.amount())
                    .bind("currency", complaint.currency());
            bindFiling(insert, complaint.filing());
            bindDemands(insert, complaint.filing().demands());
            bindPromises(insert, promises);
            return insert.mapTo(Integer.class).one() == 1;
        });
    }

    private static void bindFiling(Query insert, Filing filing) {
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
                .bind("complainantId", filing.complainant().id())
                .bind("name", filing.complainant().name())
                .bind("phone", filing.complainant().phone())
                .bind("email", filing.complainant().email());
    }

    private static void bindDemands(Query insert, List<Demand> demands) {
        bindColumn(insert, "demandTypes", demands, demand -> demand.type().name());
        bindColumn(insert, "demandAmounts", demands, demand -> ifAny(demand.money(), Money::text));
        bindColumn(
                insert,
                "demandCurrencies",
                demands,
                demand -> ifAny(demand.money(), money -> money.currency().getCurrencyCode()));
        bindColumn(insert, "demandTexts", demands, Demand::text);
    }

    private static void bindPromises(Query insert, List<Promise> promises) {
        bindColumn(insert, "metrics", promises, Promise::metric);
        bindColumn(insert, "targets", promises, Promise::target);
        bindColumn(insert, "units", promises, Promise::unit);
    }

    private static <T> void bindColumn(Query insert, String name, List<T> rows, Function<T, @Nullable String> value) {
        Stream<@Nullable String> values = rows.stream().map(value);
        insert.bindArray(name, String.class, values.toArray());
    }

    private static @Nullable String ifAny(@Nullable Money money, Function<Money, String> text) {
        return money == null ? null : text.apply(money);
    }
}
