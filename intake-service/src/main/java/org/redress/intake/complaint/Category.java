package org.redress.intake.complaint;

/** What a complaint is about (R05). A wrong one is corrected by the handling side, never by filing again. */
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
