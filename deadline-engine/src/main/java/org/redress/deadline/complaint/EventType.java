package org.redress.deadline.complaint;

import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;

/**
 * The events that bear on clocks, declared in the order in which they are taken when they happened in the same instant: what
 * opens comes before what answers, what answers before what closes.
 */
public enum EventType {
    COMPLAINT_FILED("ComplaintFiled"),
    COMPLAINT_TRIAGED("ComplaintTriaged"),
    SEVERITY_CHANGED("SeverityChanged"),
    COMPLAINT_ASSIGNED("ComplaintAssigned"),
    FREEZE_ORDERED("FreezeOrdered"),
    FREEZE_CONFIRMED("FreezeConfirmed"),
    FREEZE_DISPUTED("FreezeDisputed"),
    FREEZE_UPHELD("FreezeUpheld"),
    FREEZE_RELEASED("FreezeReleased"),
    MESSAGE_POSTED("MessagePosted"),
    COMPLAINT_URGED("ComplaintUrged"),
    MATERIALS_REQUESTED("MaterialsRequested"),
    MATERIALS_SUPPLEMENTED("MaterialsSupplemented"),
    MERCHANT_ASKED("MerchantAsked"),
    MERCHANT_REPLIED("MerchantReplied"),
    COMMITMENT_MADE("CommitmentMade"),
    COMMITMENT_KEPT("CommitmentKept"),
    COMPLAINT_REFERRED("ComplaintReferred"),
    REFERRAL_ANSWERED("ReferralAnswered"),
    REFERRAL_WITHDRAWN("ReferralWithdrawn"),
    RESPONSE_GIVEN("ResponseGiven"),
    APPEAL_FILED("AppealFiled"),
    APPEAL_DECIDED("AppealDecided"),
    APPEAL_WITHDRAWN("AppealWithdrawn"),
    DECISION_ISSUED("DecisionIssued"),
    REMEDY_ORDERED("RemedyOrdered"),
    REMEDY_EXECUTED("RemedyExecuted"),
    REMEDY_CONFIRMED("RemedyConfirmed"),
    REMEDY_DISPUTED("RemedyDisputed"),
    REMEDY_CANCELLED("RemedyCancelled"),
    COMPLAINT_WITHDRAWN("ComplaintWithdrawn"),
    COMPLAINT_MERGED("ComplaintMerged"),
    COMPLAINT_CLOSED("ComplaintClosed"),
    COMPLAINT_REOPENED("ComplaintReopened");

    /** The events that end every clock of a complaint. */
    public static final Set<EventType> CLOSING = Set.of(COMPLAINT_WITHDRAWN, COMPLAINT_MERGED, COMPLAINT_CLOSED);

    private final String wireName;

    EventType(String wireName) {
        this.wireName = wireName;
    }

    /** The name documents use, e.g. {@code ComplaintFiled}. */
    public String wireName() {
        return wireName;
    }

    /** The type of that name, or empty: events the engine doesn't know bear on no clock. */
    public static Optional<EventType> ofWireName(String name) {
        return EnumSet.allOf(EventType.class).stream()
                .filter(type -> type.wireName.equals(name))
                .findFirst();
    }
}
