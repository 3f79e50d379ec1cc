package org.redress.deadline.calendar;

/** A deadline that a calendar doesn't reach within ten years: an error of the policy, never an endless loop. */
public final class UnreachableTimeException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    /** Names the calendar and what was not found in it. */
    public UnreachableTimeException(Calendar calendar, String reason) {
        super(calendar.id() + ": " + reason);
    }
}
