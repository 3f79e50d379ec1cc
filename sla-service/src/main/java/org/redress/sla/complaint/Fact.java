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
 * format. Null is what the event does not say.
 *
 * @param key which freeze, remedy, commitment, appeal or referral the event is about; null for the complaint as a whole
 * @param queue where the complaint waits, for the board
 * @param owner who answers for it, for the board
 * @param dueAt the time given with a request, or promised
 * @param servedAt when a decision reached the complainant
 * @param template whether an answer is an automatic acknowledgement, which answers nothing (R23)
 * @param fromComplainant whether a message is the complainant's
 * @param by who did it: a role and, if known, an opaque id
 * @param complainantId of a filing only, as are channel, amount and goodsExpireAt
 */
public record Fact(
        EventType type,
        Instant at,
        @Nullable String key,
        @Nullable Severity severity,
        @Nullable Category category,
        @Nullable Tier tier,
        @Nullable String queue,
        @Nullable String owner,
        @Nullable Instant dueAt,
        @Nullable Instant servedAt,
        boolean template,
        boolean fromComplainant,
        @Nullable String by,
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
                null,
                null,
                null,
                null,
                false,
                false,
                null,
                channel,
                amount,
                goodsExpireAt,
                complainantId);
    }

    /** Anything else that happened; what more the event says is added to the draft. */
    public static FactDraft of(EventType type, Instant at) {
        return new FactDraft(type, at);
    }

    /** Whether this is the filing. */
    boolean isFiling() {
        return type == EventType.COMPLAINT_FILED;
    }

    /** The complaint as its filing describes it; not yet judged, so NORMAL (R20). */
    CaseFacts facts() {
        return new CaseFacts(Severity.NORMAL, category, channel, tier, amount, goodsExpireAt);
    }

    /** Whether it says of its service a time that cannot be meant; then the decision's own time holds. */
    boolean hasOddService() {
        return servedAt != null && !KeptFact.plausible(servedAt);
    }

    /** This fact for the engine, as having happened then. */
    CaseEvent event(UUID id, long sequence, Instant happenedAt) {
        Instant served = hasOddService() ? null : servedAt;
        var details = new EventDetails(dueAt, served, key, severity, category, tier, template, fromComplainant, by);
        return new CaseEvent(id.toString(), sequence, type, happenedAt, details);
    }
}
