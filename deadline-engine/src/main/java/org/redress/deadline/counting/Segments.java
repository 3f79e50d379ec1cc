package org.redress.deadline.counting;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/** Collects segments that follow each other, joining neighbours that are alike. Not for several threads. */
final class Segments {
    private final List<Segment> done = new ArrayList<>();
    private long from;
    private long to;
    private boolean counts;
    private String why = "";

    void add(long start, long end, boolean counted, String reason) {
        if (start >= end) {
            return;
        }
        if (from < to && counts == counted && why.equals(reason) && to == start) {
            to = end;
            return;
        }
        flush();
        from = start;
        to = end;
        counts = counted;
        why = reason;
    }

    private void flush() {
        if (from < to) {
            done.add(new Segment(Instant.ofEpochSecond(from), Instant.ofEpochSecond(to), counts, why));
        }
    }

    List<Segment> list() {
        flush();
        return List.copyOf(done);
    }
}
