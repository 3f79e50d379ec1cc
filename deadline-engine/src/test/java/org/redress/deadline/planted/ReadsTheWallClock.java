package org.redress.deadline.planted;

import java.io.File;
import java.time.Instant;
import org.assertj.core.api.Assertions;

/** Breaks every rule of the library at once. */
public final class ReadsTheWallClock {
    private ReadsTheWallClock() {}

    /** Reads time, touches files, needs a foreign library. */
    public static Instant now() {
        Assertions.assertThat(new File(".")).exists();
        return Instant.now();
    }
}
