package org.redress.notification.digest;

import java.time.Duration;

/**
 * Whether a level is told at once or gathered with others of the same addressee: at once if it is on time, nothing is
 * being gathered and the addressee was told of few lately. Plain Java.
 *
 * @param lateAfter a level noticed later than this is late
 * @param oneByOne how many lately are few
 */
record Pacing(Duration lateAfter, int oneByOne) {

    /**
     * @param lateBy how late the level was noticed
     * @param lately how many other levels the addressee got lately, told or gathered
     * @param gathering whether something waits to be told together; what comes after it must not pass it
     */
    boolean atOnce(Duration lateBy, int lately, boolean gathering) {
        return !isLate(lateBy) && !gathering && lately < oneByOne;
    }

    boolean isLate(Duration lateBy) {
        return lateBy.compareTo(lateAfter) > 0;
    }
}
