package org.redress.intake.remedy;

/** Where an order to the platform stands. */
public enum OrderState {
    /** Written down; surely not at the platform. */
    PENDING,
    /** Being sent, or was when the process ended. */
    SENDING,
    /** Sent without a clear answer; looked up at the platform before it is sent again. */
    UNKNOWN,
    /** The platform has it and will carry it out. */
    ACCEPTED,
    /** The platform carried it out. */
    EXECUTED,
    /** The platform will not carry it out. */
    REFUSED,
    /** Not to be carried out; the platform never had it, or said that it leaves it. */
    CANCELLED
}
