package org.redress.benchmarks.intake;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** The benchmark in its tiniest form, started as {@code ./redress bench intake} starts it. */
class IntakeBenchIT {
    private static final ObjectMapper JSON = new ObjectMapper();

    @Test
    void aTinyRunPrintsEveryFigureAsJsonLinesAndEndsWell() throws IOException, InterruptedException {
        List<JsonNode> lines =
                run("--json", "--statements").map(IntakeBenchIT::read).toList();

        assertThat(lines).allSatisfy(line -> {
            assertThat(line.fieldNames()).toIterable().containsExactly("bench", "case", "value", "unit", "ratio", "of");
            assertThat(line.path("bench").asText()).isEqualTo("intake");
            assertThat(line.path("value").isNumber()).isTrue();
        });
        assertThat(lines)
                .filteredOn(line -> line.path("case").asText().equals("2 clients: filed over HTTP"))
                .singleElement()
                .satisfies(line -> {
                    assertThat(line.path("value").asDouble()).isPositive();
                    assertThat(line.path("ratio").asDouble()).isPositive();
                    assertThat(line.path("of").asText()).isEqualTo("limit");
                });
        assertThat(lines)
                .as("what the filing's own statement costs")
                .filteredOn(line -> line.path("case").asText().startsWith("statement, 2 clients: with filed as"))
                .singleElement()
                .satisfies(line -> assertThat(line.path("value").asDouble()).isPositive());
    }

    private static JsonNode read(String line) {
        try {
            return JSON.readTree(line);
        } catch (IOException e) {
            throw new UncheckedIOException(line, e);
        }
    }

    private static Stream<String> run(String... options) throws IOException, InterruptedException {
        var command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Dredress.home=" + Path.of("..").toAbsolutePath().normalize(),
                "-jar",
                Path.of("target", "benchmarks.jar").toString(),
                "intake",
                "--only",
                "RATE",
                "--clients",
                "2",
                "--seconds",
                "1",
                "--turns",
                "1"));
        command.addAll(List.of(options));
        Process bench = new ProcessBuilder(command)
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start();
        String out = new String(bench.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(bench.waitFor()).as(out).isZero();
        return out.lines();
    }
}
