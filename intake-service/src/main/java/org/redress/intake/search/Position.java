package org.redress.intake.search;

import java.time.Instant;
import java.util.Comparator;
import java.util.UUID;
import org.redress.intake.complaint.ComplaintSummary;

/** A place in the list, which is ordered by descending time and id: new complaints neither shift it nor what is behind it. */
record Position(Instant filedAt, UUID id) implements Comparable<Position> {
    // As the database orders uuids: by their bytes, not as signed numbers.
    private static final Comparator<Position> RISING = Comparator.comparing(Position::filedAt)
            .thenComparing(Position::id, (a, b) -> {
                int high = Long.compareUnsigned(a.getMostSignificantBits(), b.getMostSignificantBits());
                return high != 0
                        ? high
                        : Long.compareUnsigned(a.getLeastSignificantBits(), b.getLeastSignificantBits());
            });

    static Position of(ComplaintSummary item) {
        return new Position(item.filedAt(), item.id());
    }

    /** The later one is the greater and stands further ahead in the list. */
    @Override
    public int compareTo(Position other) {
        return RISING.compare(this, other);
    }
}
