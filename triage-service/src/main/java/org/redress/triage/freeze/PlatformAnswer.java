package org.redress.triage.freeze;

import java.time.Duration;
import org.jspecify.annotations.Nullable;

/** What a platform's backend said to a freeze, as far as it can be trusted. */
sealed interface PlatformAnswer {

    /** The freeze is in place. */
    record Done(@Nullable String reference) implements PlatformAnswer {}

    /** Looked up: it never arrived. */
    record Absent() implements PlatformAnswer {}

    /** The order was read and will not be done; asking again would not help. */
    record Refused(int status) implements PlatformAnswer {}

    /**
     * It may or may not have happened.
     *
     * @param what a short code for logs
     * @param pause how long the platform asks to be left alone, zero if it does not say
     */
    record Unclear(String what, Duration pause) implements PlatformAnswer {}
}
