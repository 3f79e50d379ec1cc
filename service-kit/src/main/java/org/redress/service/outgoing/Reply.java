package org.redress.service.outgoing;

import java.time.Duration;

/** What came of a call to a foreign server. */
public sealed interface Reply {
    /**
     * It answered, whole and in time.
     *
     * @param body as it came, within the limit
     * @param askedPause how long it asks to be left alone ({@code Retry-After}), zero if it does not say
     */
    @SuppressWarnings("ArrayRecordComponent") // read once by whoever called, never compared
    record Answered(int status, byte[] body, Duration askedPause) implements Reply {}

    /**
     * No whole answer came; the call may or may not have had its effect.
     *
     * @param what a short code for logs
     */
    record Nothing(String what) implements Reply {}
}
