package org.redress.service.limit;

import java.time.Duration;

/**
 * A limit by its wire name.
 *
 * @param name as {@code RateLimit} headers call it
 * @param requests how many in {@code per}
 */
record Limit(String name, int requests, Duration per) {
    static Limit of(String name, LimitConfig.Allowance allowance) {
        return new Limit(name, allowance.requests(), allowance.per());
    }

    /** As {@code RateLimit-Policy} says it. */
    String policy() {
        return "\"%s\";q=%d;w=%d".formatted(name, requests, Math.max(1, per.toSeconds()));
    }
}
