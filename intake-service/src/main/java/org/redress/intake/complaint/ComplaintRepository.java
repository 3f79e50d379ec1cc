package org.redress.intake.complaint;

import jakarta.enterprise.context.ApplicationScoped;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;
import org.redress.intake.complaint.ComplaintView.ComplainantView;
import org.redress.intake.complaint.ComplaintView.DemandView;
import org.redress.intake.complaint.ComplaintView.Source;
import org.redress.intake.privacy.Masked;

/** Reads one complaint. Tenant and owner are conditions of the query: what a viewer may not see does not exist. */
@ApplicationScoped
public class ComplaintRepository {
    private static final String FIND = """
            select c.*, coalesce(c.category, c.filed_category) as shown_category,
                   p.name as complainant_name, p.phone as complainant_phone, p.email as complainant_email
              from complaint c left join complainant_contact p on p.complaint_id = c.id
             where c.id = :id and\s""";

    private final Jdbi jdbi;

    ComplaintRepository(Jdbi jdbi) {
        this.jdbi = jdbi;
    }

    /**
     * A complaint at one version.
     *
     * @param tag the ETag: the case's version, a dot, the representation's
     */
    public record Versioned(ComplaintView complaint, String tag) {}

    /** The complaint, if it exists and the viewer may see it. */
    public Optional<Versioned> find(UUID id, Viewer viewer) {
        return jdbi.withHandle(handle -> handle.createQuery(FIND + viewer.condition())
                .bind("id", id)
                .bind("platform", viewer.platform())
                .bind("subject", viewer.subject())
                .map((row, context) -> versioned(row, demands(handle, id), promises(handle, id)))
                .findOne());
    }

    private static List<DemandView> demands(Handle handle, UUID id) {
        return handle.createQuery(
                        "select type, amount, currency, text from demand where complaint_id = :id order by position")
                .bind("id", id)
                .map((row, context) -> new DemandView(
                        DemandType.valueOf(row.getString("type")),
                        Rows.decimal(row, "amount"),
                        row.getString("currency"),
                        row.getString("text")))
                .list();
    }

    private static List<Promise> promises(Handle handle, UUID id) {
        return handle.createQuery("""
                        select metric, target, unit, due_at, state from promise
                         where complaint_id = :id and state <> 'CANCELLED' order by metric""")
                .bind("id", id)
                .map((row, context) -> new Promise(
                        row.getString("metric"),
                        row.getString("target"),
                        row.getString("unit"),
                        Rows.maybeInstant(row, "due_at"),
                        row.getString("state")))
                .list();
    }

    private static Versioned versioned(ResultSet row, List<DemandView> demands, List<Promise> promises)
            throws SQLException {
        return new Versioned(view(row, demands, promises), row.getLong("case_version") + "." + row.getLong("version"));
    }

    private static ComplaintView view(ResultSet row, List<DemandView> demands, List<Promise> promises)
            throws SQLException {
        return new ComplaintView(
                Rows.uuid(row, "id"),
                row.getString("number"),
                ComplaintStatus.valueOf(row.getString("status")),
                Rows.instant(row, "filed_at"),
                Rows.instant(row, "updated_at"),
                row.getString("platform"),
                row.getString("order_no"),
                Rows.maybe(Category.class, row.getString("shown_category")),
                Rows.maybe(Category.class, row.getString("filed_category")),
                Rows.maybe(Severity.class, row.getString("severity")),
                row.getString("queue"),
                row.getString("tier"),
                row.getString("owner"),
                Rows.texts(row, "liability"),
                Rows.maybeInstant(row, "triaged_at"),
                promises,
                row.getString("description"),
                row.getString("salt"),
                Rows.maybeInstant(row, "occurred_at"),
                demands,
                Rows.decimal(row, "amount"),
                row.getString("currency"),
                Channel.valueOf(row.getString("channel")),
                new Source(row.getString("filed_by_role"), row.getString("filed_by")),
                row.getString("merchant_id"),
                row.getString("product_id"),
                Rows.maybeInstant(row, "goods_expire_at"),
                row.getString("impact"),
                complainant(row),
                row.getObject("duplicate_of", UUID.class),
                null);
    }

    private static ComplainantView complainant(ResultSet row) throws SQLException {
        String name = row.getString("complainant_name");
        String phone = row.getString("complainant_phone");
        String email = row.getString("complainant_email");
        return new ComplainantView(
                row.getString("complainant_id"),
                name == null ? null : Masked.name(name),
                phone == null ? null : Masked.phone(phone),
                email == null ? null : Masked.email(email));
    }
}
