package org.redress.sla.policy;

import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.redress.deadline.policy.Policy;
import org.redress.sla.calendar.VersionedCalendar;

/**
 * A policy found to be right, to be stored as a version.
 *
 * @param calendar what it was checked with, and will be counted by
 * @param version as asked for, or {@link #NEXT_VERSION}
 * @param draft whether it is not to take effect yet
 * @param activeFrom when it takes effect; null: at once, or never for a draft
 */
public record NewPolicy(
        Policy policy,
        VersionedCalendar calendar,
        int version,
        boolean draft,
        @Nullable Instant activeFrom) {
    /** A version's number when the platform leaves the choice to us. */
    public static final int NEXT_VERSION = 0;
}
