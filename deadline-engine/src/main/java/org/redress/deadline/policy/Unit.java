package org.redress.deadline.policy;

/** What a target counts. */
public enum Unit {
    /** Plain elapsed time. */
    ELAPSED(false),
    /** Time inside the calendar's open hours. */
    WORKING_TIME(false),
    /** Working days after the day of the start. */
    WORKING_DAYS(true),
    /** Days after the day of the start, the last one rolled past rest days. */
    NATURAL_DAYS(true);

    private final boolean inDays;

    Unit(boolean inDays) {
        this.inDays = inDays;
    }

    /** Whether targets of this unit are whole days ({@code P7D}) rather than a length of time ({@code PT48H}). */
    public boolean inDays() {
        return inDays;
    }
}
