package org.redress.intake.lifecycle;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
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
 */
public record CaseFacts(
        UUID id,
        String orderNo,
        boolean triaged,
        @Nullable Tier tier,
        @Nullable String owner,
        @Nullable String merchantId,
        @Nullable Instant goodsExpireAt,
        Claim claim) {
    /** A complaint of which no more is known. */
    public CaseFacts(
            UUID id,
            String orderNo,
            boolean triaged,
            @Nullable Tier tier,
            @Nullable String owner,
            @Nullable String merchantId,
            @Nullable Instant goodsExpireAt) {
        this(id, orderNo, triaged, tier, owner, merchantId, goodsExpireAt, Claim.UNKNOWN);
    }
}
