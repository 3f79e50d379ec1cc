package org.redress.contract;

/** How urgent a complaint is (R20). */
public enum Severity {
    /** The ordinary case. */
    NORMAL,
    /** Loss is near: money paid and goods not there, or goods about to expire. */
    URGENT,
    /** Money or an account is being lost now. */
    CRITICAL
}
