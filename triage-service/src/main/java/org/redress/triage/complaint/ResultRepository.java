package org.redress.triage.complaint;

import jakarta.inject.Singleton;
import java.sql.Array;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import org.jdbi.v3.core.Jdbi;
import org.jspecify.annotations.Nullable;
import org.redress.triage.complaint.TriageView.ReasonView;
import org.redress.triage.freeze.FreezeRepository;
import org.redress.triage.judgement.Category;
import org.redress.triage.judgement.Liability;
import org.redress.triage.judgement.Severity;
import org.redress.triage.lexicon.ReasonTexts;
import org.redress.triage.priority.PriorityRepository;
import org.redress.triage.routing.Tier;

/** Reads triage results. Tenant and owner are conditions of the query, so that what is not yours is not there. */
@Singleton
class ResultRepository {

    private static final int FREEZES_SHOWN = 20;

    private final Jdbi jdbi;
    private final FreezeRepository freezes;
    private final PriorityRepository raises;
    private final ReasonsJson reasons;
    private final ReasonTexts texts;

    ResultRepository(
            Jdbi jdbi, FreezeRepository freezes, PriorityRepository raises, ReasonsJson reasons, ReasonTexts texts) {
        this.jdbi = jdbi;
        this.freezes = freezes;
        this.raises = raises;
        this.reasons = reasons;
        this.texts = texts;
    }

    /**
     * The latest result.
     *
     * @param complainant only if it is this complainant's; null for staff
     * @param language what the reasons are told in
     */
    Optional<TriageView> find(String platform, UUID complaintId, @Nullable String complainant, Locale language) {
        return jdbi.withHandle(handle -> handle.createQuery("""
                        select c.complaint_id, c.revision, c.queue, c.tier, c.owner, j.category, j.severity,
                            j.confidence, j.liability, j.micro_claim, j.reasons, j.triaged_at, s.rank
                        from triaged_complaint c
                        join judgement j on j.complaint_id = c.complaint_id and j.revision = c.revision
                        join case_standing s on s.complaint_id = c.complaint_id
                        where c.complaint_id = :id and c.platform = :platform
                            and (cast(:complainant as text) is null or c.complainant_id = :complainant)""")
                .bind("id", complaintId)
                .bind("platform", platform)
                .bind("complainant", complainant)
                .map((row, context) -> view(row, platform, complaintId, language))
                .findOne());
    }

    private TriageView view(ResultSet row, String platform, UUID complaintId, Locale language) throws SQLException {
        return new TriageView(
                complaintId,
                row.getInt("revision"),
                Category.valueOf(row.getString("category")),
                Severity.valueOf(row.getString("severity")),
                row.getBigDecimal("confidence").doubleValue(),
                liability(row.getArray("liability")),
                row.getString("queue"),
                Tier.valueOf(row.getString("tier")),
                row.getString("owner"),
                row.getInt("rank"),
                raises.list(platform, complaintId),
                row.getBoolean("micro_claim"),
                reasons.read(row.getString("reasons")).stream()
                        .map(reason -> new ReasonView(reason.rule(), texts.of(reason.rule(), language), reason.words()))
                        .toList(),
                freezes.list(platform, complaintId, null, FREEZES_SHOWN),
                row.getObject("triaged_at", OffsetDateTime.class).toInstant());
    }

    private static List<Liability> liability(Array array) throws SQLException {
        return Arrays.stream((String[]) array.getArray())
                .map(Liability::valueOf)
                .toList();
    }
}
