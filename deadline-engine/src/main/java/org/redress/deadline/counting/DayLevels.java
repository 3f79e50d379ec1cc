package org.redress.deadline.counting;

import org.redress.deadline.policy.LevelTime;

/** Levels of clocks that count days: shares and offsets are of the elapsed time between start and due. */
final class DayLevels {
    private DayLevels() {}

    static long at(LevelTime level, long start, long due) {
        if (due == Counting.NEVER) {
            return Counting.NEVER;
        }
        return level.fold(
                share -> start + (due - start) * share.percent() / 100,
                offset -> Math.max(start, due + offset.length().toSeconds()));
    }
}
