package org.redress.service.limit;

/**
 * What came of asking for one more request.
 *
 * @param allowed whether it may go on
 * @param remaining how many more are allowed now
 * @param retryAfter seconds until the next one is allowed, at least 1; 0 if this one is
 * @param fullAfter seconds until all are allowed again
 */
record Taken(Limit limit, boolean allowed, long remaining, long retryAfter, long fullAfter) {
    /** As the {@code RateLimit} header says it. */
    String header() {
        return "\"%s\";r=%d;t=%d".formatted(limit.name(), remaining, fullAfter);
    }

    /** Which of two a client should be told: a refusal, else the one that is nearer to its end. */
    Taken or(Taken other) {
        if (allowed != other.allowed) {
            return allowed ? other : this;
        }
        return remaining <= other.remaining ? this : other;
    }
}
