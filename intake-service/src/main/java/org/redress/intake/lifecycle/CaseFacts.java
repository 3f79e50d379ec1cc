package org.redress.intake.lifecycle;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.redress.contract.Actor;
import org.redress.contract.ActorRole;
import org.redress.contract.Tier;

/**
 * What commands need to know of a complaint and do not change.
 *
 * @param orderNo kept readable when texts are masked
 * @param triaged whether triage has judged it
 * @param tier the team that works it, null until triaged
 * @param owner who is in charge (R24), null until triaged
 * @param merchantId the seller, null where the platform named none
 * @param goodsExpireAt when the goods lose their worth, null if they do not
 * @param claim what it is about
 * @param complainantId whose complaint it is, null where that does not matter
 */
public record CaseFacts(
        UUID id,
        String orderNo,
        boolean triaged,
        @Nullable Tier tier,
        @Nullable String owner,
        @Nullable String merchantId,
        @Nullable Instant goodsExpireAt,
        Claim claim,
        @Nullable String complainantId) {
    /** A complaint of which no more is known. */
    public CaseFacts(
            UUID id,
            String orderNo,
            boolean triaged,
            @Nullable Tier tier,
            @Nullable String owner,
            @Nullable String merchantId,
            @Nullable Instant goodsExpireAt) {
        this(id, orderNo, triaged, tier, owner, merchantId, goodsExpireAt, Claim.UNKNOWN, null);
    }

    /** Whether someone who acts for the platform would act in a matter of their own. */
    boolean isOwnCaseOf(Actor by) {
        return complainantId != null
                && complainantId.equals(by.id())
                && (by.role() == ActorRole.AGENT
                        || by.role() == ActorRole.SUPERVISOR
                        || by.role() == ActorRole.OPS
                        || by.role() == ActorRole.PLATFORM);
    }
}
