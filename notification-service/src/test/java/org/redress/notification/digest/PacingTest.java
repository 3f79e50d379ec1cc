package org.redress.notification.digest;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PacingTest {
    private final Pacing pacing = new Pacing(Duration.ofSeconds(10), 3);

    @ParameterizedTest(name = "late by {0}, {1} lately, gathering {2}: at once {3}")
    @CsvSource({
        "PT0S, 0, false, true",
        "PT0S, 2, false, true",
        "PT0S, 3, false, false",
        "PT0S, 0, true, false",
        "PT10S, 0, false, true",
        "PT10.001S, 0, false, false",
        "PT48H, 0, false, false"
    })
    void onTimeAndFewAreToldAtOnce(Duration lateBy, int lately, boolean gathering, boolean atOnce) {
        assertThat(pacing.atOnce(new GatheredDeliveries.Standing(lateBy, lately, gathering)))
                .isEqualTo(atOnce);
    }
}
