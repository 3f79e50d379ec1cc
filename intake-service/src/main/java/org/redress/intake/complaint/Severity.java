package org.redress.intake.complaint;

/** How grave a case is (R20). Unknown until it is triaged. */
public enum Severity {
    NORMAL,
    URGENT,
    CRITICAL
}
