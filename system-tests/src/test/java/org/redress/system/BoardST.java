package org.redress.system;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.BufferedReader;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.redress.system.deployment.NodeTool;

/** The first page in a real browser: complaints arrive while one looks. Needs Node and Chromium. */
class BoardST {
    private final Client client = RunningSystem.client();

    @Test
    void aComplaintArrivesOnTheOpenPageWithItsClock() throws Exception {
        NodeTool browser = NodeTool.installed(Path.of("src/test/browser"), Path.of("target/browser"), "board.mjs");
        Optional<Path> chromium = chromium();
        assumeTrue(chromium.isPresent(), "skipped: chromium is not installed");
        Path screenshot = Path.of("target", "board.png").toAbsolutePath();
        Process page = browser.start(
                "board.mjs",
                RunningSystem.redress().frontDoor().toString(),
                client.token("ops", "wangwang", "ops-1"),
                screenshot.toString(),
                chromium.get().toString());
        try (var lines = new BufferedReader(new InputStreamReader(page.getInputStream(), StandardCharsets.UTF_8))) {
            assertThat(lines.readLine()).isEqualTo("open");
            String number = file();
            page.outputWriter(StandardCharsets.UTF_8)
                    .append(number)
                    .append('\n')
                    .flush();

            String seen = lines.readLine();
            assertThat(seen).startsWith("seen ");
            JsonNode what = Client.JSON.readTree(seen.substring(5));
            assertThat(what.path("row").asText()).contains(number).containsIgnoringCase("wangwang");
            assertThat(what.path("faults")).isEmpty();
            assertThat(what.path("url").asText()).doesNotContain("token");
        } finally {
            page.destroy();
        }
        assertThat(screenshot).exists();
    }

    @Test
    void opsFindsACaseByItsFigureAndItsDeadlineExplainsItself() throws Exception {
        NodeTool browser = NodeTool.installed(Path.of("src/test/browser"), Path.of("target/browser"), "ops.mjs");
        Optional<Path> chromium = chromium();
        assumeTrue(chromium.isPresent(), "skipped: chromium is not installed");
        Path screenshot = Path.of("target", "ops.png").toAbsolutePath();
        Process page = browser.start(
                "ops.mjs",
                RunningSystem.redress().frontDoor().toString(),
                client.token("ops", "wangwang", "ops-1"),
                screenshot.toString(),
                chromium.get().toString());
        try (var lines = new BufferedReader(new InputStreamReader(page.getInputStream(), StandardCharsets.UTF_8))) {
            assertThat(lines.readLine()).isEqualTo("open");
            page.outputWriter(StandardCharsets.UTF_8)
                    .append(filed().text("id"))
                    .append('\n')
                    .flush();

            String seen = lines.readLine();
            assertThat(seen).startsWith("seen ");
            JsonNode what = Client.JSON.readTree(seen.substring(5));
            assertThat(what.path("figure").asText()).contains("Running").containsPattern("[1-9]");
            assertThat(what.path("states").asInt())
                    .as("breached ones in the running list")
                    .isZero();
            assertThat(what.path("explanation").asText())
                    .contains("Started", "Levels", "What counted", "Policy version");
            assertThat(what.path("focused").asText()).isEqualTo("due");
            assertThat(what.path("chinese").asText()).contains("计时中", "已超时");
            assertThat(what.path("unnamed")).isEmpty();
            assertThat(what.path("faults")).isEmpty();
            assertThat(what.path("url").asText()).doesNotContain("token");
        } finally {
            page.destroy();
        }
        assertThat(screenshot).exists();
    }

    private String file() {
        return filed().text("number");
    }

    private Client.Answer filed() {
        String me = "u-" + UUID.randomUUID();
        var answer = client.post(
                "/api/v1/complaints",
                client.token("complainant", "wangwang", me),
                Client.complaint("wangwang", me, "付款成功，会员没有到账 <img src=x onerror=alert(1)>"));
        assertThat(answer.status()).isEqualTo(201);
        return answer;
    }

    private static Optional<Path> chromium() {
        return Stream.of("/usr/bin/chromium", "/usr/bin/chromium-browser", "/usr/bin/google-chrome")
                .map(Path::of)
                .filter(Files::isExecutable)
                .findFirst();
    }
}
