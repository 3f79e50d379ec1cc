package org.redress.sla.board;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.Positive;
import java.time.Duration;

/** Settings of the board, under {@code redress.sla.board}. */
@ConfigMapping(prefix = "redress.sla.board")
interface BoardConfig {

    /** How old figures may be at least before they are counted again. */
    @WithDefault("PT1S")
    Duration freshness();

    /**
     * Counting takes at most one part in so many of the time: figures that took 0.4 s to count are kept for 2 s with 5 parts,
     * however many people look at them.
     */
    @WithDefault("5")
    @Min(1)
    @Max(100)
    int share();

    /** How often changes are looked for while someone listens. */
    @WithDefault("PT0.25S")
    Duration poll();

    /** After how much silence a stream says that it is alive; figures are sent again at least as often. */
    @WithDefault("PT15S")
    Duration heartbeat();

    /** How many streams one instance keeps open; more are refused with 503. */
    @WithDefault("500")
    @Positive
    int streams();

    /** How many events may wait for one slow reader; a slower one is cut off and resumes by its last event id. */
    @WithDefault("600")
    @Positive
    int backlog();

    /** How many changed complaints of a platform are told one by one in a look; beyond that the readers are told to read anew. */
    @WithDefault("200")
    @Positive
    int told();

    /** How long changes are kept for streams that resume. */
    @WithDefault("PT15M")
    Duration kept();
}
