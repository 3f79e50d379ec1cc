package org.redress.deadline.calendar;

import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;

/**
 * One local year of a calendar, cut into stretches, with the open seconds before each: a question about a moment is one binary
 * search instead of a walk over days.
 */
final class WorkingYear {
    private final Day[] days;
    private final long[] dayStarts;
    private final List<Stretch> stretches = new ArrayList<>();
    private final long[] froms;
    private final long[] openBefore;
    private final long[] lastCloses;
    private final long[] endsAtMidnight;
    private final long[] endsAtClose;

    WorkingYear(Calendar calendar, int year) {
        LocalDate first = LocalDate.of(year, 1, 1);
        days = new Day[first.lengthOfYear()];
        dayStarts = new long[days.length + 1];
        for (int i = 0; i <= days.length; i++) {
            LocalDate date = first.plusDays(i);
            dayStarts[i] = date.atStartOfDay(calendar.zone()).toEpochSecond();
            if (i < days.length) {
                days[i] = calendar.day(date);
            }
        }
        for (int i = 0; i < days.length; i++) {
            cut(days[i], dayStarts[i], dayStarts[i + 1], calendar.zone());
        }
        froms = stretches.stream().mapToLong(Stretch::from).toArray();
        openBefore = new long[froms.length + 1];
        for (int i = 0; i < froms.length; i++) {
            Stretch stretch = stretches.get(i);
            openBefore[i + 1] = openBefore[i] + (stretch.open() ? stretch.to() - stretch.from() : 0);
        }
        lastCloses =
                IntStream.range(0, days.length).mapToLong(this::findLastClose).toArray();
        endsAtMidnight = workingDays().mapToLong(i -> dayStarts[i + 1]).toArray();
        endsAtClose = workingDays().mapToLong(this::lastClose).toArray();
    }

    private IntStream workingDays() {
        return IntStream.range(0, days.length).filter(this::works);
    }

    /** Clipping to the day keeps hours that a DST change pushes together, or out of a day that is skipped, from counting twice. */
    private void cut(Day day, long dayStart, long dayEnd, ZoneId zone) {
        long cursor = dayStart;
        String closed = day.hours().isEmpty() ? day.label() : "CLOSED";
        for (OpenInterval hours : day.hours()) {
            long open = Math.max(cursor, Math.min(resolve(day.date(), hours.openMinute(), zone), dayEnd));
            long close = Math.min(resolve(day.date(), hours.closeMinute(), zone), dayEnd);
            if (open < close) {
                add(cursor, open, false, closed);
                add(open, close, true, day.works() ? day.label() : "WORKING");
                cursor = close;
            }
        }
        add(cursor, dayEnd, false, closed);
    }

    private void add(long from, long to, boolean open, String label) {
        if (from < to) {
            stretches.add(new Stretch(from, to, open, label));
        }
    }

    private static long resolve(LocalDate date, int minute, ZoneId zone) {
        LocalDateTime local =
                minute == 1440 ? date.plusDays(1).atStartOfDay() : date.atTime(LocalTime.ofSecondOfDay(minute * 60L));
        return local.atZone(zone).toEpochSecond();
    }

    Day day(int index) {
        return days[index];
    }

    /** A day that the zone skipped altogether is no working day. */
    boolean works(int index) {
        return days[index].works() && dayStarts[index] < dayStarts[index + 1];
    }

    long dayStart(int index) {
        return dayStarts[index];
    }

    int length() {
        return days.length;
    }

    /** When each working day of this year ends, ascending; not to be written to. */
    long[] ends(boolean atClose) {
        return atClose ? endsAtClose : endsAtMidnight;
    }

    /** The last closing time of that day, or the day's end if it never opens. */
    long lastClose(int index) {
        return lastCloses[index];
    }

    private long findLastClose(int index) {
        for (int i = indexAt(dayStarts[index + 1] - 1); i >= 0 && froms[i] >= dayStarts[index]; i--) {
            if (stretches.get(i).open()) {
                return stretches.get(i).to();
            }
        }
        return dayStarts[index + 1];
    }

    /** Open seconds of this year before the moment. */
    long openUntil(long moment) {
        int i = indexAt(moment);
        Stretch stretch = stretches.get(i);
        return openBefore[i] + (stretch.open() ? Math.min(moment, stretch.to()) - stretch.from() : 0);
    }

    long open() {
        return openBefore[froms.length];
    }

    /** The earliest moment before which that many seconds, at least one, of this year were open. */
    long afterOpen(long seconds) {
        int found = Arrays.binarySearch(openBefore, seconds);
        int i = found >= 0 ? found : -found - 1;
        while (openBefore[i - 1] >= seconds) {
            i--;
        }
        return stretches.get(i - 1).from() + seconds - openBefore[i - 1];
    }

    /** The latest moment before which that many seconds, less than all, of this year were open. */
    long untilOpen(long seconds) {
        int found = Arrays.binarySearch(openBefore, seconds);
        int i = found >= 0 ? found : -found - 2;
        while (openBefore[i + 1] <= seconds) {
            i++;
        }
        return stretches.get(i).from() + seconds - openBefore[i];
    }

    int indexAt(long moment) {
        int found = Arrays.binarySearch(froms, moment);
        return found >= 0 ? found : -found - 2;
    }

    List<Stretch> stretches() {
        return stretches;
    }
}
