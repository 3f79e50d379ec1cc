package org.redress.deadline.calendar;

import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Open hours within one local day, half-open: {@code [open, close)}.
 *
 * @param openMinute minutes after local midnight, 0 to 1439
 * @param closeMinute minutes after local midnight, up to 1440, which is {@code 24:00}
 */
public record OpenInterval(int openMinute, int closeMinute) {

    /** A whole day, {@code 00:00-24:00}. */
    public static final OpenInterval WHOLE_DAY = new OpenInterval(0, 1440);

    private static final Pattern FORM = Pattern.compile("([0-2][0-9]):([0-5][0-9])-([0-2][0-9]):([0-5][0-9])");

    /** Checks that the interval lies within a day and isn't empty. */
    public OpenInterval {
        if (openMinute < 0 || closeMinute > 1440 || openMinute >= closeMinute) {
            throw new IllegalArgumentException(
                    "open hours run from an earlier to a later time between 00:00 and 24:00");
        }
    }

    /**
     * Reads {@code 09:00-12:00}.
     *
     * @throws IllegalArgumentException if the text has another form, or the hours are none
     */
    public static OpenInterval parse(String text) {
        Matcher form = FORM.matcher(text);
        if (!form.matches()) {
            throw new IllegalArgumentException("open hours are written like 09:00-12:00");
        }
        return new OpenInterval(minute(form.group(1), form.group(2)), minute(form.group(3), form.group(4)));
    }

    private static int minute(String hour, String minute) {
        return Integer.parseInt(hour) * 60 + Integer.parseInt(minute);
    }

    /** Whether the two have a moment in common. */
    public boolean overlaps(OpenInterval other) {
        return openMinute < other.closeMinute && other.openMinute < closeMinute;
    }

    /** The form that {@link #parse} reads. */
    @Override
    public String toString() {
        return String.format(
                Locale.ROOT,
                "%02d:%02d-%02d:%02d",
                openMinute / 60,
                openMinute % 60,
                closeMinute / 60,
                closeMinute % 60);
    }
}
