package org.redress.deadline.complaint;

/** What a complaint is about (R05). */
public enum Category {
    NOT_DELIVERED,
    NOT_AS_DESCRIBED,
    AFTER_SALES_DELAY,
    ACCOUNT_ANOMALY,
    PAYMENT_DISPUTE,
    FRAUD,
    SERVICE_FAULT,
    OTHER
}
