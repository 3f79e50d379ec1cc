package org.redress.service.limit;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import io.github.bucket4j.Bucket;
import io.github.bucket4j.ConsumptionProbe;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;

/**
 * The allowances of everybody who called lately, in this instance's memory: so many callers at most, the least busy are
 * forgotten first. Thread-safe.
 */
@ApplicationScoped
class Buckets {
    private static final long SECOND = Duration.ofSeconds(1).toNanos();
    private static final Duration FORGOTTEN = Duration.ofMinutes(10);

    private final Cache<String, Bucket> buckets;

    Buckets(LimitConfig config) {
        buckets = Caffeine.newBuilder()
                .maximumSize(config.callers())
                .expireAfterAccess(FORGOTTEN)
                .build();
    }

    /** Takes one of the allowance that somebody has under a limit. */
    Taken take(Limit limit, String who) {
        return taken(limit, bucket(limit, who).tryConsumeAndReturnRemaining(1));
    }

    /** What taking one would answer; takes nothing. */
    Taken look(Limit limit, String who) {
        Bucket bucket = buckets.getIfPresent(key(limit, who));
        if (bucket == null) {
            return new Taken(limit, true, limit.requests(), 0, 0);
        }
        var estimate = bucket.estimateAbilityToConsume(1);
        return new Taken(
                limit,
                estimate.canBeConsumed(),
                estimate.getRemainingTokens(),
                seconds(estimate.getNanosToWaitForRefill()),
                limit.per().toSeconds());
    }

    /** How many callers are remembered. */
    long size() {
        buckets.cleanUp();
        return buckets.estimatedSize();
    }

    private Bucket bucket(Limit limit, String who) {
        return buckets.get(
                key(limit, who),
                any -> Bucket.builder()
                        .addLimit(bandwidth ->
                                bandwidth.capacity(limit.requests()).refillGreedy(limit.requests(), limit.per()))
                        .build());
    }

    private static String key(Limit limit, String who) {
        return limit.name() + " " + who;
    }

    private static Taken taken(Limit limit, ConsumptionProbe probe) {
        return new Taken(
                limit,
                probe.isConsumed(),
                probe.getRemainingTokens(),
                seconds(probe.getNanosToWaitForRefill()),
                seconds(probe.getNanosToWaitForReset()));
    }

    private static long seconds(long nanos) {
        return (nanos + SECOND - 1) / SECOND;
    }
}
