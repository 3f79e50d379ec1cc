package org.redress.intake.order;

/** Where an order stands, as the platform says. */
public enum OrderState {
    CREATED,
    /** Paid and not delivered. */
    PAID,
    DELIVERED,
    REFUNDED,
    CANCELLED,
    /** A state that this version does not know. */
    OTHER
}
