package org.redress.sla.watch;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import java.time.Duration;

/** Settings of the watch. */
@ConfigMapping(prefix = "redress.sla.watch")
interface WatchConfig {

    /** How many complaints one transaction claims at most. */
    @WithDefault("500")
    @Min(1)
    @Max(10_000)
    int limit();

    /** How many threads work on a backlog; one is enough as long as there is none. */
    @WithDefault("2")
    @Min(1)
    @Max(16)
    int threads();

    /** How often the watch looks without being asked: for what other instances armed or left behind. */
    @WithDefault("1s")
    Duration tick();

    /** How long without a sign of the watch's thread until the instance reports itself as not alive. */
    @WithDefault("90s")
    Duration silence();
}
