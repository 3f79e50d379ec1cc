package org.redress.deadline.clock;

import java.util.AbstractList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.redress.deadline.counting.Counting;
import org.redress.deadline.counting.Segment;

/**
 * The segments of a clock, worked out when first looked at: who stores or compares deadlines never does, and a year of office
 * hours is a thousand of them. Never changes; two threads that look at once find the same.
 */
final class Explanation extends AbstractList<Segment> {
    private final Counting counting;
    private final long to;
    private volatile @Nullable List<Segment> known;

    Explanation(Counting counting, long to) {
        this.counting = counting;
        this.to = to;
    }

    private List<Segment> segments() {
        List<Segment> segments = known;
        if (segments == null) {
            segments = counting.segments(to);
            known = segments;
        }
        return segments;
    }

    @Override
    public Segment get(int index) {
        return segments().get(index);
    }

    @Override
    public int size() {
        return segments().size();
    }
}
