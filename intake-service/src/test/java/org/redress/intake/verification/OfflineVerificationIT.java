package org.redress.intake.verification;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assumptions.assumeTrue;
import static org.redress.intake.Desk.as;

import io.quarkus.test.common.TestResourceScope;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.redress.infra.RedressInfra;
import org.redress.intake.Desk;
import org.redress.intake.chain.MakeRoots;

/** The script of docs/api/verification.md, which shares no code with the service, comes to the same result. */
@QuarkusTest
@WithTestResource(value = RedressInfra.class, scope = TestResourceScope.GLOBAL)
class OfflineVerificationIT {
    @Inject
    MakeRoots makeRoots;

    @TempDir
    Path folder = Path.of("");

    private final String me = Desk.someone();
    private String id = "";

    @BeforeEach
    void needsPythonAndOpenssl() throws Exception {
        assumeTrue(run("python3", "--version").startsWith("0 ")
                && run("openssl", "version").startsWith("0 OpenSSL 3"));
        id = Desk.filed("huijin", me);
        String guide = Files.readString(Path.of("..", "docs", "api", "verification.md"));
        Files.writeString(
                folder.resolve("verify.py"), guide.split("<<'PYTHON'\n", 2)[1].split("\nPYTHON\n", 2)[0]);
        // entries with numbers of every kind, and one that only the staff reads
        for (String data : new String[] {
            "{\"n\": [1.0, 0.9, 1e-7, 123456.75, 1e21, -0.0, 5], \"text\": \"卡\\u001f\\\"\\\\/\\u2028\", \"list\": [null, true, {}]}",
            "{}"
        }) {
            append(data);
        }
    }

    @Inject
    org.redress.intake.complaint.TimelineRepository timelines;

    private void append(String data) throws IOException {
        var values = new com.fasterxml.jackson.databind.ObjectMapper()
                .readValue(data, new com.fasterxml.jackson.core.type.TypeReference<java.util.Map<String, Object>>() {});
        var at = java.time.Instant.parse("2026-11-22T01:02:03.123456789Z");
        timelines.append(
                java.util.UUID.fromString(id),
                new org.redress.intake.complaint.TimelineEntry(
                        "NOTED", at, "service:\"卡\"", values.isEmpty(), values, java.util.UUID.randomUUID()));
    }

    @Test
    void whatNobodyTouchedHoldsTogetherForEverybody() throws Exception {
        download("complainant", me);
        assertThat(verify()).startsWith("0 ").contains("3 entries hold together; no root attests them yet");
        attest();
        download("complainant", me);
        assertThat(verify()).startsWith("0 ").contains("3 entries hold together, the first 3 attested by root");
        download("ops", "ops-1");
        assertThat(verify()).startsWith("0 ").contains("3 entries hold together, the first 3 attested by root");
    }

    @Test
    void whatWasTamperedWithDoesNot() throws Exception {
        attest();
        download("ops", "ops-1");
        String timeline = Files.readString(folder.resolve("timeline.json"));
        tampered(timeline.replace("NOTED", "NOTEP"), "was changed");
        tampered(timeline.replaceFirst("\"position\": ?2", "\"position\":9"), "entry 2 is missing");
        tampered(timeline.replaceFirst("\"hash\": ?\"[0-9a-f]", "\"hash\":\"x"), "the chain breaks at entry");
        Files.writeString(folder.resolve("timeline.json"), timeline);
        String verification = Files.readString(folder.resolve("verification.json"));
        Files.writeString(
                folder.resolve("verification.json"), verification.replaceFirst("\"at\": ?\"2026", "\"at\":\"2025"));
        assertThat(verify()).as("the signature").doesNotStartWith("0 ");
        Files.writeString(
                folder.resolve("verification.json"),
                verification.replaceFirst("\"merkle\": ?\"[0-9a-f]", "\"merkle\":\"x"));
        assertThat(verify()).contains("the root is over something else");
    }

    /** Makes roots until one attests all three entries: a transaction that is still running may hold one up. */
    private void attest() {
        await().until(() -> {
            makeRoots.makeRoots();
            return body("ops", "ops-1", "/api/v1/complaints/" + id + "/timeline/verification")
                    .replace(" ", "")
                    .contains("\"position\":3,");
        });
    }

    private void tampered(String timeline, String said) throws Exception {
        Files.writeString(folder.resolve("timeline.json"), timeline);
        assertThat(verify()).doesNotStartWith("0 ").contains(said);
    }

    private void download(String role, String subject) throws IOException {
        String complaint = "/api/v1/complaints/" + id + "/timeline";
        Files.writeString(folder.resolve("timeline.json"), body(role, subject, complaint));
        Files.writeString(folder.resolve("verification.json"), body(role, subject, complaint + "/verification"));
        Files.writeString(folder.resolve("keys.json"), body(role, subject, "/api/v1/standards/timeline-keys"));
    }

    private static String body(String role, String subject, String path) {
        return new String(
                as(role, "huijin", subject)
                        .get(path)
                        .then()
                        .statusCode(200)
                        .extract()
                        .asByteArray(),
                StandardCharsets.UTF_8);
    }

    private String verify() throws Exception {
        return run("python3", "verify.py", id);
    }

    /** The exit code, and what was said. */
    private String run(String... command) throws IOException, InterruptedException {
        var builder = new ProcessBuilder(command).directory(folder.toFile()).redirectErrorStream(true);
        builder.environment().put("PYTHONUTF8", "1");
        Process process = builder.start();
        String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(process.waitFor(30, TimeUnit.SECONDS)).isTrue();
        return process.exitValue() + " " + said;
    }
}
