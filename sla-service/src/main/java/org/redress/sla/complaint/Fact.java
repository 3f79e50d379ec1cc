package org.redress.sla.complaint;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.redress.deadline.complaint.CaseEvent;
import org.redress.deadline.complaint.CaseFacts;
import org.redress.deadline.complaint.Category;
import org.redress.deadline.complaint.Channel;
import org.redress.deadline.complaint.EventDetails;
import org.redress.deadline.complaint.EventType;
import org.redress.deadline.complaint.Severity;
import org.redress.deadline.complaint.Tier;

/**
 * What an event means for clocks, in this service's own words: kept beside the event, so that a computation reads no wire
 * format.
 *
 * @param key which freeze the event is about; null for events about the complaint as a whole
 * @param complainantId of a filing only, as are channel, amount and goodsExpireAt
 */
public record Fact(
        EventType type,
        Instant at,
        @Nullable String key,
        @Nullable Severity severity,
        @Nullable Category category,
        @Nullable Tier tier,
        @Nullable Channel channel,
        @Nullable BigDecimal amount,
        @Nullable Instant goodsExpireAt,
        @Nullable String complainantId) {

    /** The filing of a complaint. */
    public static Fact filed(
            Instant at,
            String complainantId,
            @Nullable Category category,
            @Nullable Channel channel,
            @Nullable BigDecimal amount,
            @Nullable Instant goodsExpireAt) {
        return new Fact(
                EventType.COMPLAINT_FILED,
                at,
                null,
                null,
                category,
                null,
                channel,
                amount,
                goodsExpireAt,
                complainantId);
    }

    /** What triage made of a complaint; null for what the event does not say. */
    public static Fact judged(
            EventType type, Instant at, @Nullable Severity severity, @Nullable Category category, @Nullable Tier tier) {
        return new Fact(type, at, null, severity, category, tier, null, null, null, null);
    }

    /** Something that happened to one freeze. */
    public static Fact about(EventType type, Instant at, String key) {
        return new Fact(type, at, key, null, null, null, null, null, null, null);
    }

    /** Whether this is the filing. */
    boolean isFiling() {
        return type == EventType.COMPLAINT_FILED;
    }

    /** The complaint as its filing describes it; not yet judged, so NORMAL (R20). */
    CaseFacts facts() {
        return new CaseFacts(Severity.NORMAL, category, channel, tier, amount, goodsExpireAt);
    }

    /** This fact for the engine. */
    CaseEvent event(UUID id, long sequence) {
        var details = new EventDetails(null, null, key, severity, category, tier, false, true, null);
        return new CaseEvent(id.toString(), sequence, type, at, details);
    }
}
