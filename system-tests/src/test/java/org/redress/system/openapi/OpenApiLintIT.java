package org.redress.system.openapi;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.redress.infra.openapi.ApiContract;
import org.redress.infra.openapi.ApiDocument;
import org.redress.system.deployment.NodeTool;

/** The OpenAPI documents as they were built, under the default rules of two linters that are not ours. */
class OpenApiLintIT {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final Path FOLDER = Path.of("target/openapi-linters");

    private static NodeTool tools;

    @BeforeAll
    static void install() throws IOException, InterruptedException {
        tools = NodeTool.installed(Path.of("src/test/openapi"), FOLDER, "spectral.yaml");
    }

    @ParameterizedTest
    @ValueSource(strings = {"intake", "triage", "sla", "notification"})
    void noLinterFindsAnything(String service) throws IOException, InterruptedException {
        assertThat(findings(document(service))).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"intake", "triage", "sla", "notification"})
    void everyExampleFitsItsSchema(String service) throws IOException {
        var contract = new ApiContract(ApiDocument.read(Files.readString(document(service))));
        assertThat(contract.wrongExamples()).isEmpty();
    }

    @Test
    void bothNoticeAPlantedFault() throws IOException, InterruptedException {
        ObjectNode broken = (ObjectNode) JSON.readTree(document("intake").toFile());
        ((ObjectNode) broken.path("paths").path("/api/v1/complaints").path("get"))
                .remove(List.of("operationId", "responses"));
        Path file = FOLDER.resolve("broken.json");
        JSON.writeValue(file.toFile(), broken);

        assertThat(findings(file))
                .anyMatch(finding -> finding.startsWith("spectral operation-operationId"))
                .anyMatch(finding -> finding.startsWith("redocly operation-operationId"));
    }

    @Test
    void theLockFileNamesNoRegistryHost() throws IOException {
        assertThat(Files.readString(Path.of("src/test/openapi/package-lock.json")))
                .doesNotContain("\"resolved\"");
    }

    private static Path document(String service) {
        Path file = Path.of("..", service + "-service", "target", "openapi", "openapi.json");
        assertThat(file).as("is written when the service is packaged").exists();
        return file;
    }

    /** Errors and warnings alike. */
    static List<String> findings(Path document) throws IOException, InterruptedException {
        String file = document.toAbsolutePath().normalize().toString();
        var findings = new ArrayList<String>();
        json(tools.run(
                        "node_modules/@stoplight/spectral-cli/dist/index.js",
                        "lint",
                        file,
                        "--ruleset",
                        "spectral.yaml",
                        "--format",
                        "json",
                        "--quiet"))
                .forEach(found -> findings.add("spectral %s %s at %s"
                        .formatted(
                                found.path("code").asText(),
                                found.path("message").asText(),
                                found.path("path"))));
        json(tools.run("node_modules/@redocly/cli/bin/cli.js", "lint", file, "--format=json", "--max-problems=1000"))
                .path("problems")
                .forEach(found -> findings.add("redocly %s %s at %s"
                        .formatted(
                                found.path("ruleId").asText(),
                                found.path("message").asText(),
                                found.path("location").path(0).path("pointer").asText())));
        return findings;
    }

    /** What was printed as JSON, among what is told to people. */
    private static JsonNode json(String printed) throws IOException {
        for (String line : List.of("\n[", "\n{")) {
            int start = ("\n" + printed).indexOf(line);
            if (start >= 0) {
                return JSON.readTree(printed.substring(start));
            }
        }
        throw new IOException("the linter printed no JSON: " + printed);
    }
}
