package org.redress.service.due;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class BackoffTest {
    private final Backoff backoff = new Backoff(Duration.ofSeconds(1), Duration.ofSeconds(30));

    @ParameterizedTest
    @CsvSource({"1, 500, 1000", "2, 1000, 2000", "5, 8000, 16000", "6, 15000, 30000", "1000000, 15000, 30000"})
    void itDoublesUpToTheLongest(int attempt, long least, long most) {
        for (int i = 0; i < 1000; i++) {
            assertThat(backoff.after(attempt).toMillis()).isBetween(least, most);
        }
    }

    @Test
    void whatTheOtherSideAsksForIsKept() {
        assertThat(backoff.after(1, Duration.ofSeconds(40))).isEqualTo(Duration.ofSeconds(40));
        assertThat(backoff.after(3, Duration.ofSeconds(1))).isGreaterThanOrEqualTo(Duration.ofSeconds(2));
    }
}
