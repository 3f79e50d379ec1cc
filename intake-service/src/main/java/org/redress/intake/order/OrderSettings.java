package org.redress.intake.order;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;

/** The settings under {@code redress.intake.order}. Durations are ISO-8601. */
@ConfigMapping(prefix = "redress.intake.order")
public interface OrderSettings {

    /** How often due orders are looked for without being woken. */
    @WithDefault("PT1S")
    Duration poll();

    /** How many threads pull; more than one platform gets calls at once, so that one that hangs does not hold up the others. */
    @WithDefault("6")
    int workers();

    /** How long a claim holds; longer than all calls of one claim together. */
    @WithDefault("PT45S")
    Duration claim();

    /** How many orders one claim takes. */
    @WithDefault("4")
    int batch();

    /** The pause after the first attempt without an answer; it doubles. */
    @WithDefault("PT1S")
    Duration firstPause();

    /** The longest pause. */
    @WithDefault("PT1M")
    Duration longestPause();

    /** After how many calls without an answer the platform counts as unreachable; it is asked on all the same. */
    @WithDefault("5")
    int unreachableAfter();

    /** How long after the filing the platform counts as unreachable though it could not be called so often. */
    @WithDefault("PT1M")
    Duration unreachableWithin();

    /** When an order that was not found is looked for once more: platforms write some of them late. */
    @WithDefault("PT10M")
    Duration secondLook();

    /** How long after the filing the platform is asked. */
    @WithDefault("P3D")
    Duration maxAge();
}
