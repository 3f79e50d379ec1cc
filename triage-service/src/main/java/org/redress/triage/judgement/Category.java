package org.redress.triage.judgement;

/** What a complaint is about (R05): what was lost or is to be fixed; if several, the one the text leads with. */
public enum Category {
    /** Paid or ordered, and goods, code, top-up or credit did not or not fully arrive. */
    NOT_DELIVERED,
    /** Wrong, fake, broken, an invalid code, or an advertised promise that was not kept. */
    NOT_AS_DESCRIBED,
    /** A refund, return or repair was asked for and is slow, refused or ignored. */
    AFTER_SALES_DELAY,
    /** Theft, use by others, unknown transactions, lost devices, lock-outs, frozen accounts. */
    ACCOUNT_ANOMALY,
    /** Charged twice, too much, without consent, to the wrong number; a refund that is said to be done but is missing. */
    PAYMENT_DISPUTE,
    /** Deceived by a seller or a third party. */
    FRAUD,
    /** It cannot be paid, topped up, opened or redeemed, and no money was taken. */
    SERVICE_FAULT,
    /** The rest: questions, wishes, and what no rule recognises. */
    OTHER
}
