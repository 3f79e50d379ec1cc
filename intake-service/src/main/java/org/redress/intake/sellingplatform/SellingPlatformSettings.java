package org.redress.intake.sellingplatform;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.net.URI;
import java.time.Duration;
import java.util.Optional;

/** The settings under {@code redress.intake.selling-platform}. Durations are ISO-8601. */
@ConfigMapping(prefix = "redress.intake.selling-platform")
public interface SellingPlatformSettings {

    /** The selling platforms' backend; left out, no platform is connected and nothing is ever called. */
    Optional<URI> url();

    /** How long a connection may take. */
    @WithDefault("PT2S")
    Duration connectTimeout();

    /** How long a whole answer may take, to its last byte. */
    @WithDefault("PT5S")
    Duration answerTimeout();

    /** How many calls to one platform may be under way at once. */
    @WithDefault("4")
    int atOnce();

    /** Of how many calls to one platform half must fail before it is left alone. */
    @WithDefault("10")
    int breakerCalls();

    /** For how long a platform is left alone then; after that one call tries. */
    @WithDefault("PT10S")
    Duration breakerPause();
}
