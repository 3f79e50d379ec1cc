package org.redress.system.deployment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

/** The alert rules, tried by Prometheus' own tool on made-up figures. */
class AlertRulesTest {
    private static final Path RULES = Path.of("../deploy/observability/alerts.yml");
    private static final Path CASES = Path.of("src/test/alerts/alerts-test.yml");

    /** What promtool printed and how it ended. */
    private record Verdict(int exit, String output) {}

    @Test
    void eachRuleSpeaksWhenItMustAndIsQuietOtherwise() throws IOException, InterruptedException {
        Verdict verdict = tried(Files.readString(RULES));
        assertThat(verdict.exit()).as(verdict.output()).isZero();
    }

    @Test
    void aRuleThatNeverSpeaksIsNoticed() throws IOException, InterruptedException {
        String deaf = Files.readString(RULES).replace("heartbeat_age_seconds > 15", "heartbeat_age_seconds > 15000");
        assertThat(tried(deaf).exit()).isNotZero();
    }

    private static Verdict tried(String rules) throws IOException, InterruptedException {
        Path folder = Files.createTempDirectory(Path.of("target"), "alerts");
        Files.writeString(folder.resolve("alerts.yml"), rules);
        Files.copy(CASES, folder.resolve("alerts-test.yml"));
        Process promtool;
        try {
            promtool = new ProcessBuilder("promtool", "test", "rules", "alerts-test.yml")
                    .directory(folder.toFile())
                    .redirectErrorStream(true)
                    .start();
        } catch (IOException e) {
            assumeTrue(System.getenv("CI") != null, "skipped: promtool is not installed");
            throw e;
        }
        String output = new String(promtool.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        return new Verdict(promtool.waitFor(), output);
    }
}
