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
import org.redress.infra.openapi.ApiDocument.ApiOperation;
import org.redress.system.deployment.NodeTool;

/** The OpenAPI documents as they were built, under the default rules of two linters that are not ours. */
class OpenApiLintIT {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final Path FOLDER = Path.of("target/openapi-linters");

    /** POSTs that only ask, because a question does not fit into an address. */
    private static final List<String> QUESTIONS = List.of(
            "/api/v1/complaints/drafts/completeness",
            "/api/v1/triage/previews",
            "/api/v1/sla/simulations",
            "/api/v1/sla/policies/validations",
            "/api/v1/sla/calendars/validations",
            "/api/v1/sla/migrations/previews");

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

    @ParameterizedTest
    @ValueSource(strings = {"intake", "triage", "sla", "notification"})
    void everyOperationShowsWhatItTakesAndWhatItAnswers(String service) throws IOException {
        ApiDocument document = ApiDocument.read(Files.readString(document(service)));
        assertThat(missingExamples(document))
                .as("record them: docs/api/conventions.md, Adding an operation")
                .isEmpty();
        List<String> ids = document.operations().stream().map(ApiOperation::id).toList();
        JsonNode recorded = JSON.readTree(
                Path.of("..", service + "-service", "src", "main", "resources", "openapi", "examples.json")
                        .toFile());
        assertThat(recorded.fieldNames())
                .toIterable()
                .as("of operations that there are")
                .isSubsetOf(ids);
    }

    private static List<String> missingExamples(ApiDocument document) {
        var missing = new ArrayList<String>();
        for (ApiOperation operation : document.operations()) {
            note(missing, operation + " request", operation.node().path("requestBody"));
            operation.node().path("responses").properties().stream()
                    .filter(answer -> answer.getKey().startsWith("2"))
                    .forEach(answer -> note(missing, operation + " " + answer.getKey(), answer.getValue()));
        }
        return missing;
    }

    private static void note(List<String> missing, String where, JsonNode holder) {
        JsonNode type = holder.path("content").path("application/json");
        if (!type.isMissingNode() && !type.has("example") && !type.has("examples")) {
            missing.add(where);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"intake", "triage", "sla", "notification"})
    void everyPostThatChangesSomethingTakesAKeyAndNoQuestionDoes(String service) throws IOException {
        ApiDocument document = ApiDocument.read(Files.readString(document(service)));
        assertThat(document.operations())
                .filteredOn(operation -> operation.verb().equals("post"))
                .allSatisfy(operation -> assertThat(document.resolve(operation.node())
                                .path("parameters")
                                .toString()
                                .contains("IdempotencyKey"))
                        .as(
                                "%s takes an Idempotency-Key. Add the header and IdempotentRequests, or name it a question",
                                operation)
                        .isEqualTo(!QUESTIONS.contains(operation.path())));
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
