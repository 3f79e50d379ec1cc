package org.redress.intake.casework;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.UncheckedIOException;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.UUID;
import org.jdbi.v3.core.Jdbi;
import org.redress.contract.Tier;
import org.redress.contract.intake.DecisionOutcome;
import org.redress.intake.casework.PrecedentView.RemedyGranted;
import org.redress.intake.complaint.Category;
import org.redress.intake.complaint.Rows;
import org.redress.intake.lifecycle.Case;
import org.redress.intake.lifecycle.Part;

/** The decisions that hold, as precedents. All methods join the running transaction. */
@ApplicationScoped
class PrecedentRepository {
    private static final TypeReference<List<RemedyGranted>> REMEDIES = new TypeReference<>() {};

    /**
     * The newest of each amount's neighbourhood, then the most alike of them. A bounded number is compared, however many cases
     * of a kind were decided.
     */
    private static final String ALIKE = """
            with own as materialized (
                select c.id, c.platform, coalesce(c.category, c.filed_category, 'OTHER') as category, c.amount, c.currency,
                       amount_band(c.amount) as band, c.liability,
                       array(select d.type from demand d where d.complaint_id = c.id) as demands
                  from complaint c where c.id = :id)
            select near.* from own cross join lateral (
                select d.*, cardinality(array(select unnest(d.demands) intersect select unnest(own.demands))) as same_demands,
                       d.liability && own.liability as same_liability, d.band = own.band as same_band,
                       abs(d.amount - own.amount) as apart
                  from generate_series(own.band - 1, own.band + 1) b cross join lateral (
                    select * from decided_case x
                     where x.platform = own.platform and x.category = own.category and x.band = b and x.complaint_id <> own.id
                     order by x.decided_at desc limit 200) d
                 where d.currency is not distinct from own.currency
            ) near order by same_band desc, same_demands desc, same_liability desc, apart nulls last, decided_at desc, complaint_id
             limit :limit""";

    private final Jdbi jdbi;
    private final ObjectMapper json;

    PrecedentRepository(Jdbi jdbi, ObjectMapper json) {
        this.jdbi = jdbi;
        this.json = json;
    }

    /** Keeps the decision that holds of a case as a precedent, in the place of the one before; none if none holds. */
    void keep(Case record) {
        UUID id = record.facts().id();
        record.standingDecision().ifPresentOrElse(decision -> keep(record, decision), () -> forget(id));
    }

    private void keep(Case record, Part.Decision decision) {
        jdbi.useHandle(handle -> handle.createUpdate("""
                        insert into decided_case (complaint_id, platform, category, band, demands, amount, currency, liability, outcome,
                                                  basis, remedies, tier, appealed, decided_at)
                        select c.id, c.platform, coalesce(c.category, c.filed_category, 'OTHER'), amount_band(c.amount),
                               array(select d.type from demand d where d.complaint_id = c.id order by d.position), c.amount,
                               c.currency, c.liability, :outcome, :basis, cast(:remedies as jsonb), :tier, :appealed, :at
                          from complaint c where c.id = :id
                        on conflict (complaint_id) do update
                           set category = excluded.category, liability = excluded.liability, outcome = excluded.outcome,
                               basis = excluded.basis, remedies = excluded.remedies, tier = excluded.tier,
                               appealed = excluded.appealed, decided_at = excluded.decided_at""")
                .bind("id", record.facts().id())
                .bind("outcome", decision.outcome().name())
                .bindArray("basis", String.class, decision.basis().toArray())
                .bind("remedies", written(granted(record, decision)))
                .bind("tier", decision.tier().name())
                .bind("appealed", decision.appealId() != null)
                .bind("at", Rows.utc(decision.servedAt()))
                .execute());
    }

    /** What was granted before an appeal upheld it is granted still. */
    private static List<RemedyGranted> granted(Case record, Part.Decision decision) {
        return record.all(Part.Remedy.class).stream()
                .filter(remedy -> remedy.decisionId() != null
                        && (remedy.decisionId().equals(decision.id()) || decision.appealId() != null))
                .filter(remedy -> remedy.state() != org.redress.intake.lifecycle.RemedyState.CANCELLED)
                .map(remedy -> new RemedyGranted(remedy.type(), remedy.amount(), remedy.currency()))
                .toList();
    }

    private void forget(UUID id) {
        jdbi.useHandle(handle -> handle.execute("delete from decided_case where complaint_id = ?", id));
    }

    /** The decided cases most like this one, the most alike first. */
    List<PrecedentView> alike(UUID complaintId, int limit) {
        return jdbi.withHandle(handle -> handle.createQuery(ALIKE)
                .bind("id", complaintId)
                .bind("limit", limit)
                .map((row, context) -> precedent(row))
                .list());
    }

    private PrecedentView precedent(ResultSet row) throws SQLException {
        return new PrecedentView(
                Category.valueOf(row.getString("category")),
                Rows.texts(row, "demands"),
                PrecedentView.range(row.getShort("band")),
                row.getString("currency"),
                Rows.texts(row, "liability"),
                DecisionOutcome.valueOf(row.getString("outcome")),
                Rows.texts(row, "basis"),
                read(row.getString("remedies")),
                Tier.valueOf(row.getString("tier")),
                row.getBoolean("appealed"),
                Rows.instant(row, "decided_at"),
                row.getBoolean("same_band"),
                row.getInt("same_demands"),
                Rows.uuid(row, "complaint_id"));
    }

    private List<RemedyGranted> read(String remedies) {
        try {
            return json.readValue(remedies, REMEDIES);
        } catch (JsonProcessingException e) {
            throw new UncheckedIOException(e);
        }
    }

    private String written(List<RemedyGranted> remedies) {
        try {
            return json.writeValueAsString(remedies);
        } catch (JsonProcessingException e) {
            throw new UncheckedIOException(e);
        }
    }
}
