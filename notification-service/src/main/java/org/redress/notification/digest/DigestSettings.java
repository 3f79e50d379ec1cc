package org.redress.notification.digest;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import jakarta.validation.constraints.Min;
import java.time.Duration;

/** When notices of deadlines are gathered. */
@ConfigMapping(prefix = "redress.digest")
public interface DigestSettings {
    /** A level that comes later than this is told together with others; noticed later than this, it is told as late. */
    @WithDefault("PT10S")
    Duration lateAfter();

    /** So many levels an addressee is told of one by one... */
    @WithDefault("3")
    @Min(1)
    int oneByOne();

    /** ...within this time; the ones after them are gathered. */
    @WithDefault("PT10S")
    Duration within();

    /** What is gathered is told once nothing has been added for this long... */
    @WithDefault("PT2S")
    Duration quiet();

    /** ...or once its first one has waited this long. */
    @WithDefault("PT30S")
    Duration longest();

    /** How many levels one message tells of at most. */
    @WithDefault("1000")
    @Min(2)
    int most();

    /** How often it is looked for what can be told. */
    @WithDefault("PT0.5S")
    Duration poll();
}
