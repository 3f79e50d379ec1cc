package org.redress.intake.remedy;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;

/** The settings under {@code redress.intake.remedy}. Durations are ISO-8601. */
@ConfigMapping(prefix = "redress.intake.remedy")
public interface RemedySettings {

    /** How long a worker has an order for itself; longer than all calls of one attempt together. */
    @WithDefault("PT30S")
    Duration claim();

    /** The pause after the first unclear answer; it doubles. */
    @WithDefault("PT1S")
    Duration firstPause();

    /** The longest pause. */
    @WithDefault("PT30S")
    Duration longestPause();

    /** How often an order that the platform has accepted is looked up, should the platform not report by itself. */
    @WithDefault("PT30S")
    Duration acceptedPause();

    /** How often due orders are looked for without being woken. */
    @WithDefault("PT1S")
    Duration poll();

    /** How many orders are delivered at once. */
    @WithDefault("4")
    int workers();
}
