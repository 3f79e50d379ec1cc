package org.redress.triage.complaint;

import jakarta.inject.Singleton;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Optional;
import java.util.UUID;
import org.jdbi.v3.core.Jdbi;
import org.redress.triage.judgement.Judgement;
import org.redress.triage.routing.Tier;

/** The rows of judged complaints. All methods join the running transaction. */
@Singleton
class CaseRepository {

    private final Jdbi jdbi;
    private final ReasonsJson reasons;

    CaseRepository(Jdbi jdbi, ReasonsJson reasons) {
        this.jdbi = jdbi;
        this.reasons = reasons;
    }

    boolean exists(UUID complaintId) {
        return jdbi.withHandle(
                handle -> handle.createQuery("select exists (select from triaged_complaint where complaint_id = :id)")
                        .bind("id", complaintId)
                        .mapTo(Boolean.class)
                        .one());
    }

    /** The current assignment, locked until the transaction ends. */
    Optional<Assigned> lock(UUID complaintId) {
        return jdbi.withHandle(handle -> handle.createQuery("""
                        select platform, queue, tier, owner from triaged_complaint
                        where complaint_id = :id for update""")
                .bind("id", complaintId)
                .map((row, context) -> new Assigned(
                        row.getString("platform"),
                        row.getString("queue"),
                        Tier.valueOf(row.getString("tier")),
                        row.getString("owner")))
                .findOne());
    }

    /**
     * Stores a new case with its first judgement.
     *
     * @return the database's time, for both
     */
    Instant insert(FiledComplaint filed, Judgement judgement, String queue, Tier tier, String owner) {
        Instant now = jdbi.withHandle(handle -> handle.createQuery("""
                        insert into triaged_complaint
                            (complaint_id, platform, complainant_id, order_no, filed_at, revision, queue, tier, owner,
                             assigned_at)
                        values (:id, :platform, :complainant, :orderNo, :filedAt, 1, :queue, :tier, :owner, now())
                        returning assigned_at""")
                .bind("id", filed.complaintId())
                .bind("platform", filed.platform())
                .bind("complainant", filed.complainantId())
                .bind("orderNo", filed.orderNo())
                .bind("filedAt", OffsetDateTime.ofInstant(filed.filedAt(), ZoneOffset.UTC))
                .bind("queue", queue)
                .bind("tier", tier.name())
                .bind("owner", owner)
                .mapTo(Instant.class)
                .one());
        insertJudgement(filed.complaintId(), judgement);
        return now;
    }

    private void insertJudgement(UUID complaintId, Judgement judgement) {
        jdbi.useHandle(handle -> handle.createUpdate("""
                        insert into judgement (complaint_id, revision, category, severity, confidence, liability,
                            micro_claim, reasons, triaged_at)
                        values (:id, 1, :category, :severity, :confidence, :liability, :micro,
                            cast(:reasons as jsonb), now())""")
                .bind("id", complaintId)
                .bind("category", judgement.category().name())
                .bind("severity", judgement.severity().name())
                .bind("confidence", judgement.confidence())
                .bindArray(
                        "liability",
                        String.class,
                        judgement.liability().stream().map(Enum::name).toList())
                .bind("micro", judgement.microClaim())
                .bind("reasons", reasons.write(judgement.reasons()))
                .execute());
    }

    /**
     * Gives a case to another tier and owner.
     *
     * @return the database's time
     */
    Instant reassign(UUID complaintId, Tier tier, String owner) {
        return jdbi.withHandle(handle -> handle.createQuery("""
                        update triaged_complaint set tier = :tier, owner = :owner, assigned_at = now()
                        where complaint_id = :id returning assigned_at""")
                .bind("id", complaintId)
                .bind("tier", tier.name())
                .bind("owner", owner)
                .mapTo(Instant.class)
                .one());
    }

    /** Keeps an escalation of a complaint that is not known yet; of several the highest tier. */
    void keepEarly(UUID complaintId, String platform, Tier tier) {
        Tier kept = takeEarly(complaintId, platform)
                .filter(early -> early.compareTo(tier) > 0)
                .orElse(tier);
        jdbi.useHandle(handle -> handle.createUpdate(
                        "insert into early_escalation (complaint_id, platform, tier) values (:id, :platform, :tier)")
                .bind("id", complaintId)
                .bind("platform", platform)
                .bind("tier", kept.name())
                .execute());
    }

    /** Takes the escalation that came before the filing, if one did. */
    Optional<Tier> takeEarly(UUID complaintId, String platform) {
        return jdbi.withHandle(handle -> handle.createQuery("""
                        delete from early_escalation where complaint_id = :id and platform = :platform
                        returning tier""")
                .bind("id", complaintId)
                .bind("platform", platform)
                .mapTo(String.class)
                .findOne()
                .map(Tier::valueOf));
    }

    /** Who has a case now. */
    record Assigned(String platform, String queue, Tier tier, String owner) {}
}
