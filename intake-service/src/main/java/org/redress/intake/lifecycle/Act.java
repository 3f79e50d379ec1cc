package org.redress.intake.lifecycle;

import java.util.Locale;

/** The kinds of commands, by their stable names. */
public enum Act {
    /** Triage has judged the case. Told by an event, kept by {@code progress}; here because it moves the case. */
    TRIAGE,
    ADD_EVIDENCE,
    /** What the merchant handed in is shown to the complainant. */
    RELEASE_EVIDENCE,
    POST_MESSAGE,
    RESPOND,
    REQUEST_MATERIALS,
    SUPPLEMENT,
    ASK_MERCHANT,
    REPLY_AS_MERCHANT,
    COMMIT,
    KEEP_COMMITMENT,
    URGE,
    WITHDRAW,
    /** A settlement is offered before a decision (R35). */
    OFFER_REMEDY,
    ACCEPT_OFFER,
    REFUSE_OFFER,
    WITHDRAW_OFFER,
    DECIDE,
    ORDER_REMEDY,
    EXECUTE_REMEDY,
    CONFIRM_REMEDY,
    DISPUTE_REMEDY,
    CANCEL_REMEDY,
    REFUSE_SETTLEMENT,
    APPEAL,
    DECIDE_APPEAL,
    WITHDRAW_APPEAL,
    REFER,
    ANSWER_REFERRAL,
    WITHDRAW_REFERRAL,
    CLOSE,
    REOPEN,
    RATE,
    /** The time to supply material passed. */
    LAPSE_SUPPLEMENT,
    /** The time to appeal passed. */
    LAPSE_APPEAL,
    /** The time to confirm or dispute a remedy passed. */
    LAPSE_CONFIRMATION,
    /** A remedy was not carried out in time. */
    OVERDUE_REMEDY,
    /** The time to take an offered settlement passed. */
    LAPSE_OFFER,
    /** The platform said that it does not carry out what is taken back. */
    SETTLE_RECALL,
    /** The platform's rule settles a micro-claim. */
    SETTLE_BY_RULE;

    /** The stable name. */
    public String wire() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
