package org.redress.deadline.clock;

import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.redress.deadline.complaint.CaseEvent;
import org.redress.deadline.policy.Metric;

/**
 * A clock as events alone make it, before any rule: from what starts it to what ends it.
 *
 * @param end null while it is open
 * @param met whether the end met it rather than cancelled it
 */
record Run(
        Metric metric,
        String key,
        int cycle,
        CaseEvent startedBy,
        Instant start,
        @Nullable Instant end,
        boolean met) {

    Run endedAt(Instant moment, boolean byMeeting) {
        return new Run(metric, key, cycle, startedBy, start, moment, byMeeting);
    }

    /** An event that names nothing is about all of them. */
    boolean isAbout(@Nullable String what) {
        return what == null || what.equals(key);
    }
}
