package org.redress.launcher.demo;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

class DemoComplaintsTest {
    @Test
    void everyPlatformGetsItsShareInBothLanguages() {
        var byPlatform = DemoComplaints.samples().stream()
                .collect(Collectors.groupingBy(sample -> sample.path("platform").asText()));
        assertThat(byPlatform).containsOnlyKeys("huijin", "kameng", "qihui", "kamen", "wangwang");
        assertThat(byPlatform.values()).allSatisfy(samples -> {
            assertThat(samples).hasSize(8);
            assertThat(samples)
                    .anyMatch(sample -> sample.path("description").asText().matches("[\\x00-\\x7f]+"));
        });
    }

    @Test
    void everySampleHasWhatAFilingNeeds() {
        assertThat(DemoComplaints.samples()).allSatisfy(sample -> {
            assertThat(sample.path("orderNo").asText()).isNotBlank();
            assertThat(sample.path("description").asText()).isNotBlank();
            assertThat(sample.path("channel").asText()).isNotBlank();
            assertThat(sample.path("demands").size()).isPositive();
            assertThat(sample.path("complainant").path("phone").asText()).matches("\\+861\\d{10}");
        });
    }
}
