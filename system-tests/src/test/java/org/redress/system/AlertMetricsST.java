package org.redress.system;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** An alert on a figure that nobody publishes never speaks. */
class AlertMetricsST {
    private static final Pattern METRIC = Pattern.compile("\\b(?:redress|outbox|parked)_[a-z_]+\\b");
    private static final List<String> SERVICES = List.of("intake", "triage", "sla", "notification");

    @Test
    void everyFigureOfTheAlertRulesIsPublishedByAFreshSystem() throws IOException {
        Set<String> asked = new TreeSet<>();
        for (String line : Files.readAllLines(Path.of("../deploy/observability/alerts.yml"))) {
            if (line.strip().startsWith("expr:")) {
                METRIC.matcher(line).results().forEach(found -> asked.add(found.group()));
            }
        }
        assertThat(asked).isNotEmpty();
        Set<String> published = new TreeSet<>();
        for (String service : SERVICES) {
            METRIC.matcher(RunningSystem.metricsOf(service)).results().forEach(found -> published.add(found.group()));
        }
        assertThat(published).containsAll(asked);
    }
}
