package org.redress.notification.digest;

import java.time.Duration;

/**
 * Whether a level is told at once or gathered with others of the same addressee: at once if it is on time, nothing is
 * being gathered and the addressee was told of few lately. Plain Java.
 *
 * @param lateAfter a level that comes later than this is late
 * @param oneByOne how many lately are few
 */
record Pacing(Duration lateAfter, int oneByOne) {

    /** Whether a level is told at once to an addressee who stands like this. */
    boolean atOnce(GatheredDeliveries.Standing standing) {
        return standing.late().compareTo(lateAfter) <= 0 && !standing.gathering() && standing.lately() < oneByOne;
    }
}
