package org.redress.deadline.policy;

import java.time.DateTimeException;
import java.time.Duration;
import java.time.Period;
import java.time.temporal.ChronoUnit;

/**
 * How much of its unit a promise allows.
 *
 * @param unit what is counted
 * @param amount whole seconds, or whole days for the units that count days; never negative
 */
public record Target(Unit unit, long amount) {
    /** No target is longer than ten years. */
    public static final int DAYS_AT_MOST = 3653;

    private static final long SECONDS_AT_MOST = DAYS_AT_MOST * 86_400L;

    /** Checks that the target is neither negative nor longer than ten years. */
    public Target {
        if (amount < 0) {
            throw new IllegalArgumentException("a target is not negative");
        }
        if (amount > (unit.inDays() ? DAYS_AT_MOST : SECONDS_AT_MOST)) {
            throw new IllegalArgumentException("a target is at most ten years");
        }
    }

    /** Plain elapsed time. */
    public static Target elapsed(Duration time) {
        return new Target(Unit.ELAPSED, time.toSeconds());
    }

    /** Working time. */
    public static Target workingTime(Duration time) {
        return new Target(Unit.WORKING_TIME, time.toSeconds());
    }

    /** Working days. */
    public static Target workingDays(int days) {
        return new Target(Unit.WORKING_DAYS, days);
    }

    /** Natural days. */
    public static Target naturalDays(int days) {
        return new Target(Unit.NATURAL_DAYS, days);
    }

    /**
     * Reads {@code PT48H} or {@code P7D}, whichever suits the unit. Working time in days is refused, since a day of it could
     * mean 24 hours or one day's opening hours.
     *
     * @throws IllegalArgumentException with a message for the one who wrote it
     */
    public static Target parse(Unit unit, String text) {
        try {
            return unit.inDays() ? days(unit, text) : time(unit, text);
        } catch (DateTimeException | ArithmeticException e) {
            String example = unit.inDays() ? "in whole days, e.g. P7D" : "as a length of time, e.g. PT48H";
            throw new IllegalArgumentException("a target in " + unit + " is written " + example, e);
        }
    }

    private static Target days(Unit unit, String text) {
        Period period = Period.parse(text);
        if (period.toTotalMonths() != 0) {
            throw new IllegalArgumentException("months and years are no fixed number of days; write e.g. P30D");
        }
        return new Target(unit, period.get(ChronoUnit.DAYS));
    }

    private static Target time(Unit unit, String text) {
        if (unit == Unit.WORKING_TIME && text.indexOf('D') >= 0) {
            throw new IllegalArgumentException(
                    "working time is written in hours, e.g. PT8H; for days use WORKING_DAYS");
        }
        Duration time = Duration.parse(text);
        if (time.toNanosPart() != 0) {
            throw new IllegalArgumentException("a target is in whole seconds");
        }
        return new Target(unit, time.toSeconds());
    }

    /** The ISO-8601 form that {@link #parse} reads. */
    public String iso() {
        return unit.inDays() ? "P" + amount + "D" : Duration.ofSeconds(amount).toString();
    }
}
