package org.redress.deadline.counting;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** Goes along pauses that ascend and lie apart, asked about moments that ascend. Not for several threads. */
final class PauseWalk {
    private final List<Pause> pauses;
    private int next;

    PauseWalk(List<Pause> pauses) {
        this.pauses = pauses;
    }

    /** The pause that the time just before that moment is in, or null. */
    @Nullable
    Pause holdingUpTo(long moment) {
        while (next < pauses.size() && pauses.get(next).to() < moment) {
            next++;
        }
        return next < pauses.size() && pauses.get(next).holdsUpTo(moment) ? pauses.get(next) : null;
    }
}
