package org.redress.launcher.process;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.Test;

class DeathCountTest {
    private final DeathCount deaths = new DeathCount();

    @Test
    void theFifthDeathWithinAMinuteIsOneTooMany() {
        for (int second = 0; second < 4; second++) {
            assertThat(deaths.tooMany(seconds(second), true)).isFalse();
        }
        assertThat(deaths.tooMany(seconds(59), true)).isTrue();
    }

    @Test
    void deathsThatLieAMinuteBackDoNotCount() {
        for (int minute = 0; minute < 20; minute++) {
            assertThat(deaths.tooMany(seconds(61 * minute), true)).isFalse();
        }
    }

    @Test
    void fiveInARowThatNeverBecameReadyAreTooManyHoweverSlowly() {
        for (int life = 0; life < 4; life++) {
            assertThat(deaths.tooMany(seconds(100 * life), false)).isFalse();
        }
        assertThat(deaths.tooMany(seconds(500), false)).isTrue();
    }

    @Test
    void pausesDoubleAndAnOldDeathIsForgotten() {
        deaths.tooMany(seconds(0), true);
        assertThat(deaths.pause()).isEqualTo(Duration.ofMillis(250));
        deaths.tooMany(seconds(1), true);
        assertThat(deaths.pause()).isEqualTo(Duration.ofMillis(500));
        deaths.tooMany(seconds(100), true);
        assertThat(deaths.pause()).isEqualTo(Duration.ofMillis(250));
    }

    private static long seconds(int count) {
        return Duration.ofSeconds(count).toNanos();
    }
}
