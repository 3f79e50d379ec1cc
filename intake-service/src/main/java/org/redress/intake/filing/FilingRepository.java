package org.redress.intake.filing;

import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.function.Function;
import org.jdbi.v3.core.Jdbi;
import org.jdbi.v3.core.statement.UnableToExecuteStatementException;
import org.jspecify.annotations.Nullable;
import org.redress.intake.complaint.Demand;
import org.redress.intake.complaint.Money;
import org.redress.intake.complaint.Promise;
import org.redress.intake.complaint.Rows;

/** Writes new complaints: the record, what is asked for, personal data apart from it, and what was promised. */
@ApplicationScoped
class FilingRepository {
    // One statement: a round trip more costs a filing more than the rows themselves do. And plain JDBC: binding so many
    // values by name costs as much again (docs/adr/0024).
    private static final String INSERT = """
            with filed as (
                insert into complaint (id, platform, number, status, order_no, filed_category, description, occurred_at,
                    amount, currency, channel, merchant_id, product_id, goods_expire_at, impact, complainant_id, filed_by,
                    filed_by_role, language, filed_at, policy_version, salt)
                values (?, ?, ?, 'FILED', ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
                on conflict (number) do nothing
                returning id
            ), reached as (
                insert into complainant_contact (complaint_id, name, phone, email)
                select id, ?, ?, ? from filed
            ), demanded as (
                insert into demand (complaint_id, position, type, amount, currency, text)
                select id, position - 1, type, cast(demand.amount as numeric), demand.currency, text
                from filed, unnest(cast(? as text[]), cast(? as text[]), cast(? as text[]), cast(? as text[]))
                    with ordinality as demand(type, amount, currency, text, position)
            ), promised as (
                insert into promise (complaint_id, metric, target, unit)
                select id, metric, target, unit from filed,
                    unnest(cast(? as text[]), cast(? as text[]), cast(? as text[])) as promise(metric, target, unit)
            )
            select count(*) from filed""";

    private final Jdbi jdbi;

    FilingRepository(Jdbi jdbi) {
        this.jdbi = jdbi;
    }

    /** Writes all rows of a new complaint, or none when its number is taken already. Joins the running transaction. */
    boolean insert(NewComplaint complaint, List<Promise> promises) {
        return jdbi.withHandle(handle -> {
            try {
                return insert(handle.getConnection(), complaint, promises);
            } catch (SQLException e) {
                throw new UnableToExecuteStatementException("a complaint could not be written", e, null);
            }
        });
    }

    private static boolean insert(Connection connection, NewComplaint complaint, List<Promise> promises)
            throws SQLException {
        try (PreparedStatement insert = connection.prepareStatement(INSERT)) {
            var values = new Values(insert);
            record(values, complaint);
            contact(values, complaint.filing().complainant());
            demands(values, complaint.filing().demands());
            values.column(promises, Promise::metric);
            values.column(promises, Promise::target);
            values.column(promises, Promise::unit);
            try (ResultSet filed = insert.executeQuery()) {
                return filed.next() && filed.getInt(1) == 1;
            }
        }
    }

    private static void record(Values values, NewComplaint complaint) throws SQLException {
        Filing filing = complaint.filing();
        values.next(complaint.id());
        values.next(filing.filer().platform());
        values.next(complaint.number());
        values.next(filing.orderNo());
        values.name(filing.category());
        values.next(filing.description());
        values.next(Rows.utc(filing.occurredAt()));
        values.next(complaint.amount());
        values.next(complaint.currency());
        values.name(filing.channel());
        values.next(filing.merchantId());
        values.next(filing.productId());
        values.next(Rows.utc(filing.goodsExpireAt()));
        values.next(filing.impact());
        values.next(filing.complainant().id());
        values.next(filing.filer().subject());
        values.next(filing.filer().role());
        values.next(filing.filer().language());
        values.next(Rows.utc(complaint.filedAt()));
        values.next(complaint.policyVersion());
        values.next(complaint.words().salt());
    }

    private static void contact(Values values, Filing.Complainant complainant) throws SQLException {
        values.next(complainant.name());
        values.next(complainant.phone());
        values.next(complainant.email());
    }

    private static void demands(Values values, List<Demand> demands) throws SQLException {
        values.column(demands, demand -> demand.type().name());
        values.column(demands, demand -> ifAny(demand.money(), Money::text));
        values.column(
                demands,
                demand -> ifAny(demand.money(), money -> money.currency().getCurrencyCode()));
        values.column(demands, Demand::text);
    }

    private static @Nullable String ifAny(@Nullable Money money, Function<Money, String> text) {
        return money == null ? null : text.apply(money);
    }

    /** A statement's values, one after another. */
    private static final class Values {
        private final PreparedStatement statement;
        private int at;

        Values(PreparedStatement statement) {
            this.statement = statement;
        }

        void next(@Nullable Object value) throws SQLException {
            statement.setObject(++at, value);
        }

        void name(@Nullable Enum<?> constant) throws SQLException {
            next(constant == null ? null : constant.name());
        }

        <T> void column(List<T> rows, Function<T, @Nullable String> value) throws SQLException {
            Object[] column = rows.stream().map(value).toArray();
            statement.setArray(++at, statement.getConnection().createArrayOf("text", column));
        }
    }
}
