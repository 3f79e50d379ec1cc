package org.redress.intake.content;

import io.quarkus.runtime.configuration.MemorySize;
import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.Positive;
import java.time.Duration;

/** How files are looked into. */
@ConfigMapping(prefix = "redress.intake.content")
public interface ContentConfig {
    /**
     * How many processes clean files at the same time, at most; they start when needed. More than there are processors: where
     * these are busy, each process gets its share only.
     */
    @Positive
    int processes();

    /** The heap of one such process. A file that needs more is refused. */
    @WithDefault("192M")
    MemorySize heap();

    /** After how many files a process is replaced by a fresh one: what parsers leave behind in it does not add up. */
    @WithDefault("10000")
    @Min(100)
    int filesAProcess();

    /** How long one file may take. One that takes longer is refused. */
    @WithDefault("PT20S")
    Duration timeLimit();

    /** How long a file waits for its turn before the client is asked to come again. */
    @WithDefault("PT15S")
    Duration patience();

    /** After how long without work a process is ended, and its memory free. */
    @WithDefault("PT5M")
    Duration idle();

    /** How often processes without work are looked for. */
    @WithDefault("PT1M")
    Duration idleCheck();
}
