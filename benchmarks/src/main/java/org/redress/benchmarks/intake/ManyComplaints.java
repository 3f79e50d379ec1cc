package org.redress.benchmarks.intake;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import org.redress.launcher.Redress.Database;

/**
 * Fills the intake-service's tables with complaints of the last two years, as skewed as real ones: seven in ten on huijin, most of
 * them closed, one seller with three in ten, one partner who files one in five, one complainant with thousands.
 *
 * <p>Some values are rare on purpose: {@code FRAUD} is one in ten thousand, {@code SERVICE_FAULT} only among the oldest hundredth,
 * {@code UNDER_APPEAL} one in twenty thousand; {@code m-1} never has {@code CRITICAL} ones. So that a search which walks the
 * list in its order until it has a page would walk all of it.
 */
public final class ManyComplaints {
    private static final String COMPLAINTS = """
            insert into complaint (id, platform, number, status, order_no, filed_category, description, occurred_at, amount, currency,
                                   channel, merchant_id, product_id, complainant_id, filed_by, filed_by_role, language, filed_at,
                                   policy_version, category, severity, confidence, liability, queue, tier, owner, triaged_at)
            select uuidv7(filed - now()), platform, 'B-' || lpad(cast(i as text), 9, '0'), status, 'O-' || i / 3, category,
                   'Paid for a game card, thirty minutes later nothing had come; the seller does not answer (' || i || ')',
                   filed - interval '1 hour', 1 + i %% 300, 'CNY',
                   case when i %% 5000 = 0 then 'MAIL' when partner is not null then 'PARTNER' when r < 0.7 then 'APP' else 'WEB' end,
                   merchant, 'p-' || i %% 997, complainant, coalesce(partner, complainant),
                   case when partner is null then 'complainant' else 'partner' end, 'zh-CN', filed, 1, category,
                   case when merchant = 'm-1' then 'NORMAL' when r < 0.01 then 'CRITICAL' when r < 0.15 then 'URGENT' else 'NORMAL' end,
                   0.9, array['MERCHANT'], case when i %% 10000 = 0 then 'small' else 'queue-' || i %% 7 end, 'JUNIOR',
                   case when i %% 10 = 0 then 'agent-0' else 'agent-' || i %% 2000 end, filed + interval '1 second'
              from (select i, random() as r, now() - interval '1 minute' * greatest(1000000 - i, 0) - interval '1 hour' as filed,
                           case when i %% 10 < 7 then 'huijin' when i %% 10 < 9 then 'kameng' else 'qihui' end as platform,
                           case when i %% 20000 = 6 then 'UNDER_APPEAL' when i %% 200 = 3 then 'WITHDRAWN' when i < 950000 then 'CLOSED'
                                when i %% 20 = 5 then 'AWAITING_MATERIALS' when i %% 3 = 0 then 'DECIDED' else 'TRIAGED' end as status,
                           case when i %% 10000 = 1 then 'FRAUD' when i < 10000 and i %% 10 = 2 then 'SERVICE_FAULT'
                                when i %% 10 < 6 then 'NOT_DELIVERED' when i %% 10 < 8 then 'AFTER_SALES_DELAY'
                                when i %% 10 = 8 then 'NOT_AS_DESCRIBED' else 'PAYMENT_DISPUTE' end as category,
                           case when i %% 10 < 3 then 'm-1' when i %% 10 < 8 then 'm-' || cast(2 + exp(random() * 9) as int) end as merchant,
                           case when i %% 100 = 11 then 'u-many' else 'u-' || i / 4 end as complainant,
                           case when i %% 5 = 2 then 'partner-1' when i %% 1000 = 4 then 'partner-2' end as partner
                      from generate_series(%d, %d) i) drawn""";

    private static final String PARTS_OF_EACH = "from complaint c where c.number between 'B-%1$09d' and 'B-%2$09d'";

    private static final List<String> PARTS =
            List.of("""
            insert into demand (complaint_id, position, type, amount, currency)
            select id, 0, 'REFUND', amount, currency\s""" + PARTS_OF_EACH, """
            insert into complainant_contact (complaint_id, name, phone)
            select id, '张三', '+861380000' || lpad(right(number, 4), 4, '0')\s""" + PARTS_OF_EACH, """
            insert into timeline_entry (complaint_id, position, kind, at, actor, data, salt, hash, recorded_xid)
            select id, 1, 'FILED', filed_at, actor, jsonb_build_object('channel', channel), salt,
                   sha256(convert_to('redress/timeline-entry/v1' || chr(10) || '{"complaint":"' || id || '","content":"'
                       || encode(sha256(convert_to('redress/timeline-content/v1' || chr(10) || '{"actor":"' || actor || '","at":"'
                           || regexp_replace(to_char(filed_at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.US"Z"'),
                                             '(\\.000)?(000)?Z$', 'Z')
                           || '","data":{"channel":"' || channel || '"},"eventId":null,"kind":"FILED","salt":"'
                           || encode(salt, 'hex') || '","staffOnly":false}', 'UTF8')), 'hex')
                       || '","position":1,"previous":"' || repeat('0', 64) || '"}', 'UTF8')), place - 2000000000000
              from (select id, filed_at, filed_by_role || ':' || filed_by as actor, channel, row_number() over () as place,
                           decode(md5(cast(id as text)), 'hex') as salt\s""" + PARTS_OF_EACH + ") filed", """
            insert into promise (complaint_id, metric, target, unit, state, due_at)
            select id, 'FIRST_RESPONSE', 'PT48H', 'ELAPSED', case when status in ('CLOSED', 'WITHDRAWN') then 'MET' else 'RUNNING' end,
                   filed_at + interval '48 hours'\s""" + PARTS_OF_EACH);

    private ManyComplaints() {}

    /**
     * Writes complaints number {@code from} to {@code to}, both included, and lets the database take stock. Number 1,000,000 was
     * filed an hour ago, each one before it a minute earlier.
     *
     * @param from at least 1; what is there already is not written again: begin behind it
     */
    public static void write(Database database, int from, int to) throws SQLException {
        try (Connection connection =
                        DriverManager.getConnection(database.jdbcUrl(), database.user(), database.password());
                Statement statement = connection.createStatement()) {
            statement.execute("set work_mem = '256MB'");
            statement.execute(COMPLAINTS.formatted(from, to));
            for (String part : PARTS) {
                statement.execute(part.formatted(from, to));
            }
            for (String table : List.of("complaint", "demand", "complainant_contact", "timeline_entry", "promise")) {
                statement.execute("vacuum analyze " + table);
            }
        }
    }
}
