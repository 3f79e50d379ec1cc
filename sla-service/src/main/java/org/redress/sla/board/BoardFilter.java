package org.redress.sla.board;

import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Which open clocks are asked for. Null or empty asks for all.
 *
 * @param states any of these
 * @param equal by a column's name the value it must have, or {@link #NONE}
 * @param dueBefore due earlier, overdue ones too
 * @param dueWithin due from now on within so long
 */
record BoardFilter(
        String platform,
        Set<BoardState> states,
        Map<String, String> equal,
        @Nullable Instant dueBefore,
        @Nullable Duration dueWithin) {

    /** Stands for no value: without a queue, nobody's. An empty parameter would not be told from an absent one. */
    static final String NONE = "-";

    BoardFilter {
        states = Set.copyOf(states);
        equal = Map.copyOf(equal);
    }

    /** Everything open on a platform. */
    static BoardFilter all(String platform) {
        return new BoardFilter(platform, Set.of(), Map.of(), null, null);
    }
}
