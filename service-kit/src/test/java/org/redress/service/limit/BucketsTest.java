package org.redress.service.limit;

import static org.assertj.core.api.Assertions.assertThat;

import io.smallrye.config.SmallRyeConfigBuilder;
import java.lang.management.ManagementFactory;
import java.time.Duration;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

class BucketsTest {
    private static final Limit LIMIT = new Limit("person", 100, Duration.ofHours(1));
    private static final long MEGABYTE = 1024 * 1024;

    private static LimitConfig config(Map<String, String> settings) {
        return new SmallRyeConfigBuilder()
                .withMapping(LimitConfig.class)
                .withDefaultValues(settings)
                .build()
                .getConfigMapping(LimitConfig.class);
    }

    @Test
    void theDefaultsAreFarAboveWhatPeopleNeed() {
        LimitConfig config = config(Map.of());
        assertThat(config.enabled()).isTrue();
        assertThat(config.callers()).isEqualTo(50_000);
        assertThat(config.frontDoors()).isEqualTo(Set.of("127.0.0.1", "0:0:0:0:0:0:0:1"));
        assertThat(Limit.of("person", config.person()).policy()).isEqualTo("\"person\";q=3000;w=60");
        assertThat(Limit.of("token", config.token()).policy()).isEqualTo("\"token\";q=2000;w=60");
        assertThat(Limit.of("backend", config.backend()).policy()).isEqualTo("\"backend\";q=60000;w=60");
        assertThat(Limit.of("uploads", config.uploads()).policy()).isEqualTo("\"uploads\";q=300;w=60");
        assertThat(Limit.of("address", config.address()).policy()).isEqualTo("\"address\";q=3000;w=60");
        assertThat(Limit.of("failures", config.failures()).policy()).isEqualTo("\"failures\";q=300;w=60");
    }

    @Test
    void takesUntilNothingIsLeft() {
        var buckets = new Buckets(config(Map.of()));
        for (int i = 99; i >= 0; i--) {
            assertThat(buckets.take(LIMIT, "a").remaining()).isEqualTo(i);
        }
        Taken refused = buckets.take(LIMIT, "a");
        assertThat(refused.allowed()).isFalse();
        assertThat(refused.retryAfter()).isBetween(1L, 36L);
        assertThat(buckets.look(LIMIT, "a").allowed()).isFalse();
        assertThat(buckets.look(LIMIT, "b").allowed()).isTrue();
        assertThat(buckets.take(LIMIT, "b").allowed()).isTrue();
    }

    @Test
    void aMillionDifferentCallersTakeNoMoreMemoryThanTheLastOnes() {
        var buckets = new Buckets(config(Map.of()));
        long before = used();
        for (int i = 0; i < 1_000_000; i++) {
            buckets.take(LIMIT, "caller-" + i);
        }
        assertThat(buckets.size()).isLessThanOrEqualTo(50_000);
        assertThat(used() - before).as("bytes").isLessThan(40 * MEGABYTE);
        assertThat(buckets.take(LIMIT, "one more").allowed()).isTrue();
    }

    private static long used() {
        System.gc();
        return ManagementFactory.getMemoryMXBean().getHeapMemoryUsage().getUsed();
    }
}
