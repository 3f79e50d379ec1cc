package org.redress.intake.live;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import jakarta.validation.constraints.Positive;
import java.time.Duration;

/** The live stream's settings. */
@ConfigMapping(prefix = "redress.intake.live")
public interface LiveConfig {
    /** How often changes are looked for while someone listens. */
    @WithDefault("PT0.3S")
    Duration poll();

    /** After how much silence a stream says that it is alive. */
    @WithDefault("PT15S")
    Duration heartbeat();

    /** How many streams one instance keeps open; more are refused with 503. */
    @WithDefault("500")
    @Positive
    int listeners();

    /** How many events may wait for one slow reader; a slower one is cut off and resumes by its last event id. */
    @WithDefault("1000")
    @Positive
    int backlog();
}
