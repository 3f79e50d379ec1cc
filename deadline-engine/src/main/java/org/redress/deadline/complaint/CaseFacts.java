package org.redress.deadline.complaint;

import java.math.BigDecimal;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * What is known of a complaint when it is filed; triage and re-routing change severity, category and tier later, as events.
 *
 * @param severity as far as known; a complaint that nobody has judged is {@link Severity#NORMAL}
 * @param amount in the policy's currency, or null if the complaint names none: then no rule with an amount fits
 * @param goodsExpireAt when the goods lose their worth; no pause runs past it
 */
public record CaseFacts(
        Severity severity,
        @Nullable Category category,
        @Nullable Channel channel,
        @Nullable Tier tier,
        @Nullable BigDecimal amount,
        @Nullable Instant goodsExpireAt) {

    /** A complaint of which nothing is known but that it is there. */
    public static CaseFacts unknown() {
        return of(Severity.NORMAL);
    }

    /** A complaint of which nothing but the severity is known. */
    public static CaseFacts of(Severity severity) {
        return new CaseFacts(severity, null, null, null, null, null);
    }

    /** The same complaint with another severity. */
    public CaseFacts withSeverity(Severity other) {
        return new CaseFacts(other, category, channel, tier, amount, goodsExpireAt);
    }

    /** The same complaint in another category. */
    public CaseFacts withCategory(Category other) {
        return new CaseFacts(severity, other, channel, tier, amount, goodsExpireAt);
    }

    /** The same complaint from another channel. */
    public CaseFacts withChannel(Channel other) {
        return new CaseFacts(severity, category, other, tier, amount, goodsExpireAt);
    }

    /** The same complaint with another tier. */
    public CaseFacts withTier(Tier other) {
        return new CaseFacts(severity, category, channel, other, amount, goodsExpireAt);
    }

    /** The same complaint about another amount. */
    public CaseFacts withAmount(BigDecimal other) {
        return new CaseFacts(severity, category, channel, tier, other, goodsExpireAt);
    }

    /** The same complaint about goods that expire at another time. */
    public CaseFacts withGoodsExpireAt(Instant other) {
        return new CaseFacts(severity, category, channel, tier, amount, other);
    }

    /** These facts after an event: what it says of severity, category and tier replaces what was known. */
    public CaseFacts after(CaseEvent event) {
        EventDetails said = event.details();
        return new CaseFacts(
                said.severity() == null ? severity : said.severity(),
                said.category() == null ? category : said.category(),
                channel,
                said.tier() == null ? tier : said.tier(),
                amount,
                goodsExpireAt);
    }
}
