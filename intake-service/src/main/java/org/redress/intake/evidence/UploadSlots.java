package org.redress.intake.evidence;

import java.util.HashMap;
import java.util.Map;

/** How many uploads are under way, in all and by one person. A slow client holds its slot and nobody else's. Thread-safe. */
final class UploadSlots {
    private final int most;
    private final int mostOfOne;
    private final Map<String, Integer> taken = new HashMap<>();
    private int all;

    UploadSlots(int most, int mostOfOne) {
        this.most = most;
        this.mostOfOne = mostOfOne;
    }

    /** A slot that was taken. */
    interface Slot {
        /** Gives it back. */
        void close();
    }

    /**
     * Takes a slot.
     *
     * @throws RefusedUploadException if there is none
     */
    synchronized Slot take(String who) {
        int own = taken.getOrDefault(who, 0);
        if (own >= mostOfOne) {
            throw RefusedUploadException.of(Refused.TOO_MANY_AT_ONCE, mostOfOne);
        }
        if (all >= most) {
            throw RefusedUploadException.of(Refused.TOO_BUSY);
        }
        taken.put(who, own + 1);
        all++;
        return () -> give(who);
    }

    private synchronized void give(String who) {
        all--;
        taken.computeIfPresent(who, (same, own) -> own > 1 ? own - 1 : null);
    }
}
