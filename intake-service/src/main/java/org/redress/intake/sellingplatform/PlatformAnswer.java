package org.redress.intake.sellingplatform;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Duration;

/** What came of a call to a selling platform, as far as it can be trusted. */
public sealed interface PlatformAnswer {
    /**
     * The platform read the call and said so.
     *
     * @param status 200 to 499, none of those that mean "not now"
     * @param body what it said; a missing node where a refusal brought nothing readable
     */
    record Answered(int status, JsonNode body) implements PlatformAnswer {
        /** Whether it says that it was done, or is there. */
        public boolean good() {
            return status < 300;
        }

        /** Whether it says that there is no such thing. */
        public boolean absent() {
            return status == 404 || status == 410;
        }
    }

    /**
     * Whether it was done is not known.
     *
     * @param what a short code for logs
     * @param pause how long the platform asks to be left alone, zero if it does not say
     */
    record Unclear(String what, Duration pause) implements PlatformAnswer {}

    /**
     * Surely nothing was sent: the platform is not connected, left alone for now, or busy with other calls.
     *
     * @param what a short code for logs
     * @param pause after which it is worth another try
     */
    record NotSent(String what, Duration pause) implements PlatformAnswer {}
}
