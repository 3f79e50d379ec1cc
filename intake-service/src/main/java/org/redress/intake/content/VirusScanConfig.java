package org.redress.intake.content;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Positive;
import java.time.Duration;

/** Whether files are shown to a virus scanner. */
@ConfigMapping(prefix = "redress.intake.virus-scan")
public interface VirusScanConfig {
    /** Which scanner. Once there is one, no file is accepted without its answer. */
    @WithDefault("none")
    Kind kind();

    /** Where clamd listens. */
    @WithDefault("localhost")
    String host();

    /** The port that clamd listens on. */
    @WithDefault("3310")
    @Positive
    @Max(65_535)
    int port();

    /** How long a connection, and each answer, may take. */
    @WithDefault("PT20S")
    Duration timeout();

    /** The scanners there are. */
    enum Kind {
        /** Files are not scanned. */
        NONE,
        /** ClamAV's daemon over TCP. */
        CLAMD
    }
}
