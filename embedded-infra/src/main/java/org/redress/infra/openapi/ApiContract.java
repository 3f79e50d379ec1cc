package org.redress.infra.openapi;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;
import org.redress.infra.openapi.ApiDocument.ApiOperation;

/**
 * Says in which ways an answer is not the one that its OpenAPI document promises: an undocumented status, media type, field or
 * value. Answers are compared more strictly than the document reads to clients: a field that it does not name is a fault, so
 * that nothing is given out unsaid. Thread-safe.
 */
public final class ApiContract {
    private static final String ROOT = "/api/v1/";
    private static final String PROBLEM = "application/problem+json";
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final SchemaRegistry SCHEMAS = SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12);
    private static final Set<Integer> OF_NO_OPERATION = Set.of(400, 401, 403, 404, 405, 413, 429, 503);

    private static final Map<String, ApiContract> CONTRACTS = new ConcurrentHashMap<>();

    private final ApiDocument document;
    private final Map<String, Schema> schemas = new ConcurrentHashMap<>();

    /**
     * What the API at that address promises, by its own document; asked for once.
     *
     * @throws UncheckedIOException when it has no document now
     */
    public static ApiContract at(URI service) {
        return CONTRACTS.computeIfAbsent(service.getAuthority(), any -> fetch(service));
    }

    private static ApiContract fetch(URI service) {
        URI document = URI.create(service.getScheme() + "://" + service.getAuthority() + "/q/openapi?format=json");
        try {
            var answer = HttpClient.newHttpClient()
                    .send(HttpRequest.newBuilder(document).build(), BodyHandlers.ofString());
            if (answer.statusCode() != 200) {
                throw new IOException("answered " + answer.statusCode());
            }
            return new ApiContract(ApiDocument.read(answer.body()));
        } catch (IOException e) {
            throw new UncheckedIOException(document + " is no OpenAPI document", e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    /** The promises of a document. */
    public ApiContract(ApiDocument document) {
        this.document = document;
    }

    /** The document. */
    public ApiDocument document() {
        return document;
    }

    /**
     * An answer as it came.
     *
     * @param type the content type, empty if there was none
     */
    public record Answered(int status, String type, String body) {
        private String mediaType() {
            return type.replaceFirst(";.*", "").strip().toLowerCase(Locale.ROOT);
        }
    }

    /** What is wrong with an answer; each with how to mend it. Empty for addresses outside the API. */
    public List<String> faults(String method, String path, Answered answer) {
        if (!path.startsWith(ROOT) || method.equals("OPTIONS")) {
            return List.of();
        }
        Optional<ApiOperation> operation = document.operation(method, path);
        if (operation.isEmpty()) {
            return ofNoOperation(method, path, answer);
        }
        JsonNode answers = operation.get().node().path("responses");
        JsonNode documented = answers.path(Integer.toString(answer.status()));
        if (documented.isMissingNode()) {
            return List.of(
                    "%s answered %d, which its OpenAPI does not say (%s). Add @APIResponse(responseCode = \"%d\", …)"
                                    .formatted(operation.get(), answer.status(), names(answers), answer.status())
                            + " to the resource's method, or answer otherwise.");
        }
        boolean bodiless = method.equals("HEAD") || answer.status() == 304;
        return bodiless ? List.of() : body(operation.get(), document.resolve(documented), answer);
    }

    /** Whether a value fits a schema of the document as it reads to clients; what does not. */
    public List<String> misfits(String name, JsonNode schema, JsonNode value) {
        return validate(name + " open", schema, value, false);
    }

    /** Which examples do not fit the schema that they stand beside. */
    public List<String> wrongExamples() {
        List<String> wrong = new ArrayList<>();
        document.operations().forEach(operation -> {
            wrong.addAll(wrong(operation + " request", operation.node().path("requestBody")));
            operation
                    .node()
                    .path("responses")
                    .properties()
                    .forEach(answer -> wrong.addAll(
                            wrong(operation + " " + answer.getKey(), document.resolve(answer.getValue()))));
        });
        return wrong;
    }

    private List<String> wrong(String where, JsonNode holder) {
        return holder.path("content").properties().stream()
                .filter(type ->
                        type.getKey().endsWith("json") && type.getValue().has("example"))
                .flatMap(type ->
                        misfits(
                                where,
                                type.getValue().path("schema"),
                                type.getValue().path("example"))
                                .stream())
                .toList();
    }

    private List<String> ofNoOperation(String method, String path, Answered answer) {
        if (!OF_NO_OPERATION.contains(answer.status())) {
            return List.of("%s %s answered %d, but no OpenAPI operation is there: is the resource's path documented?"
                    .formatted(method, path, answer.status()));
        }
        boolean problem = method.equals("HEAD") || answer.mediaType().equals(PROBLEM);
        return problem
                ? List.of()
                : List.of("%s %s answered %d as '%s', refusals are %s"
                        .formatted(method, path, answer.status(), answer.type(), PROBLEM));
    }

    private List<String> body(ApiOperation operation, JsonNode documented, Answered answer) {
        JsonNode content = documented.path("content");
        String where = operation + " " + answer.status();
        if (content.isEmpty()) {
            return answer.body().isEmpty()
                    ? List.of()
                    : List.of(where + " has a body that its OpenAPI does not say. Add content = @Content(schema ="
                            + " @Schema(implementation = ….class)) to its @APIResponse.");
        }
        // A file may be of any type.
        JsonNode type = content.path(content.has(answer.mediaType()) ? answer.mediaType() : "*/*");
        if (type.isMissingNode()) {
            return List.of("%s is '%s', its OpenAPI says %s".formatted(where, answer.type(), names(content)));
        }
        if (!answer.mediaType().endsWith("json")) {
            return List.of();
        }
        try {
            return validate(where, type.path("schema"), JSON.readTree(answer.body()), true).stream()
                    .map(fault -> fault + " — in " + answer.body())
                    .toList();
        } catch (IOException e) {
            return List.of(where + " is no JSON: " + e.getMessage());
        }
    }

    private List<String> validate(String where, JsonNode schema, JsonNode value, boolean closed) {
        Schema compiled = schemas.computeIfAbsent(where, any -> SCHEMAS.getSchema(document.schema(schema, closed)));
        List<String> faults = new ArrayList<>();
        compiled.validate(
                        value,
                        context -> context.executionConfig(
                                config -> config.formatAssertionsEnabled(true).locale(Locale.ENGLISH)))
                .forEach(error ->
                        faults.add("%s does not fit its OpenAPI schema at %s: %s. Mend the record that is its body"
                                        .formatted(where, error.getInstanceLocation(), error.getMessage())
                                + " (@Nullable says what may be null) or the answer."));
        return faults;
    }

    private static String names(JsonNode object) {
        return object.properties().stream().map(Map.Entry::getKey).collect(Collectors.joining(", "));
    }
}
