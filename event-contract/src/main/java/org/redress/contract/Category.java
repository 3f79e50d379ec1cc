package org.redress.contract;

/** What a complaint is about (R05). */
public enum Category {
    /** Paid, but the goods or the top-up did not come. */
    NOT_DELIVERED,
    /** The goods came and are not what was promised. */
    NOT_AS_DESCRIBED,
    /** After-sales service takes too long. */
    AFTER_SALES_DELAY,
    /** An account was stolen, ordered by itself, or was frozen wrongly. */
    ACCOUNT_ANOMALY,
    /** A payment is wrong or disputed. */
    PAYMENT_DISPUTE,
    /** The complainant was deceived. */
    FRAUD,
    /** The service did not work. */
    SERVICE_FAULT,
    /** None of the above. */
    OTHER
}
