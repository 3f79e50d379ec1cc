package org.redress.triage.complaint;

import jakarta.inject.Singleton;
import java.util.Comparator;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jdbi.v3.core.Jdbi;
import org.redress.triage.routing.Tier;

/** Open appeals and who decided before. All methods join the running transaction. */
@Singleton
class AppealRepository {

    private final Jdbi jdbi;

    AppealRepository(Jdbi jdbi) {
        this.jdbi = jdbi;
    }

    /** Keeps an appeal, unless it is known already. */
    void keep(UUID appealId, UUID complaintId, String platform, Tier tier, boolean ended) {
        jdbi.useHandle(handle -> handle.createUpdate("""
                        insert into case_appeal (appeal_id, complaint_id, platform, tier, ended)
                        values (:appeal, :id, :platform, :tier, :ended)
                        on conflict (appeal_id) do update set ended = case_appeal.ended or excluded.ended""")
                .bind("appeal", appealId)
                .bind("id", complaintId)
                .bind("platform", platform)
                .bind("tier", tier.name())
                .bind("ended", ended)
                .execute());
    }

    /** Keeps who decided, once. */
    void keepDecider(UUID complaintId, String platform, String decider) {
        jdbi.useHandle(handle -> handle.createUpdate("""
                        insert into case_decider (complaint_id, platform, decider) values (:id, :platform, :decider)
                        on conflict do nothing""")
                .bind("id", complaintId)
                .bind("platform", platform)
                .bind("decider", decider)
                .execute());
    }

    /** The team that the open appeal of a complaint is for, if one is open. */
    Optional<Tier> open(UUID complaintId, String platform) {
        return jdbi
                .withHandle(handle -> handle.createQuery("""
                        select tier from case_appeal
                        where complaint_id = :id and platform = :platform and not ended""")
                        .bind("id", complaintId)
                        .bind("platform", platform)
                        .mapTo(String.class)
                        .list())
                .stream()
                .map(Tier::valueOf)
                .max(Comparator.naturalOrder());
    }

    /** Who decided a complaint so far. */
    Set<String> deciders(UUID complaintId, String platform) {
        return jdbi.withHandle(handle -> handle.createQuery(
                        "select decider from case_decider where complaint_id = :id and platform = :platform")
                .bind("id", complaintId)
                .bind("platform", platform)
                .mapTo(String.class)
                .set());
    }
}
