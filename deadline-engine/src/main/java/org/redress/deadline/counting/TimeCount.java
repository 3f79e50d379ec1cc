package org.redress.deadline.counting;

import java.util.List;
import org.redress.deadline.policy.LevelTime;

/** Counts seconds of a {@link Measure} outside pauses. */
final class TimeCount implements Counting {
    private final Measure measure;
    private final long start;
    private final long target;
    private final List<Pause> pauses;

    TimeCount(Measure measure, long start, long target, List<Pause> pauses) {
        this.measure = measure;
        this.start = start;
        this.target = target;
        this.pauses = pauses;
    }

    @Override
    public long due() {
        return counted(target);
    }

    @Override
    public long at(LevelTime level, long due) {
        return level.fold(
                share -> share(share.percent(), due),
                offset -> offset(offset.length().toSeconds(), due));
    }

    private long share(int percent, long due) {
        if (percent == 100) {
            return due;
        }
        if (percent > 100) {
            return due == NEVER ? NEVER : measure.forward(due, target * (percent - 100) / 100);
        }
        long available = due == NEVER ? target : Math.min(target, countedUntil(due));
        return counted(available * percent / 100);
    }

    private long offset(long seconds, long due) {
        if (due == NEVER) {
            return NEVER;
        }
        return seconds >= 0 ? measure.forward(due, seconds) : Math.max(start, countedBack(due, -seconds));
    }

    /** The earliest moment by which that many seconds counted: a pause that opens at that very moment moves nothing. */
    private long counted(long seconds) {
        if (seconds == 0) {
            return start;
        }
        long left = seconds;
        long cursor = start;
        for (Pause pause : pauses) {
            long running = measure.between(cursor, pause.from());
            if (left <= running) {
                break;
            }
            left -= running;
            cursor = pause.to();
            if (cursor == NEVER) {
                return NEVER;
            }
        }
        return measure.forward(cursor, left);
    }

    private long countedUntil(long moment) {
        long sum = 0;
        long cursor = start;
        for (Pause pause : pauses) {
            sum += measure.between(cursor, Math.min(pause.from(), moment));
            cursor = pause.to();
            if (cursor >= moment) {
                return sum;
            }
        }
        return sum + measure.between(cursor, moment);
    }

    private long countedBack(long due, long seconds) {
        if (seconds > countedUntil(due)) {
            return start;
        }
        long left = seconds;
        long cursor = due;
        for (int i = pauses.size() - 1; i >= 0; i--) {
            Pause pause = pauses.get(i);
            if (pause.from() >= cursor) {
                continue;
            }
            long running = measure.between(pause.to(), cursor);
            if (left <= running) {
                break;
            }
            left -= running;
            cursor = pause.from();
        }
        return measure.backward(cursor, left);
    }

    @Override
    public List<Segment> segments(long to) {
        Segments segments = new Segments();
        long cursor = start;
        for (Pause pause : pauses) {
            running(cursor, Math.min(pause.from(), to), segments);
            segments.add(pause.from(), Math.min(pause.to(), to), false, pause.label());
            cursor = pause.to();
        }
        running(cursor, to, segments);
        return segments.list();
    }

    private void running(long from, long to, Segments segments) {
        if (from < to) {
            measure.stretches(from, to, s -> segments.add(s.from(), s.to(), s.open(), s.label()));
        }
    }
}
