package org.redress.deadline.complaint;

/** How grave a complaint is (R20). Until triage says otherwise a complaint counts as {@link #NORMAL}. */
public enum Severity {
    NORMAL,
    URGENT,
    CRITICAL
}
