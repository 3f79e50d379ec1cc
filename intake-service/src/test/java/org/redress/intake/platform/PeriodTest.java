package org.redress.intake.platform;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PeriodTest {
    @ParameterizedTest
    @CsvSource({
        "P0D,PT1M,1",
        "PT0M,PT1M,1",
        "PT1M,PT1M,1",
        "PT24H,PT24H,1",
        "PT25H,PT25H,2",
        "P7D,P7D,7",
        "P365D,P365D,365",
        "P366D,P365D,365",
        "P9999D,P365D,365",
        "PT99999H,P365D,365"
    })
    void whatWasKeptBeforeThereWereBoundsCountsAsTheNearest(String written, String length, int days) {
        assertThat(Period.of(written)).isEqualTo(Duration.parse(length));
        assertThat(Period.days(written)).isEqualTo(days);
    }
}
