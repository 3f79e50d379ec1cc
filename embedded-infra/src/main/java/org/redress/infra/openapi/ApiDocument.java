package org.redress.infra.openapi;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/** An OpenAPI 3.1 document, to find operations in. Thread-safe. */
public final class ApiDocument {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final List<String> VERBS = List.of("get", "post", "put", "patch", "delete");

    private final JsonNode document;
    private final List<PathTemplate> paths = new ArrayList<>();

    /**
     * An operation of a document.
     *
     * @param verb in lower case
     * @param path with its templates
     * @param node what the document says of it
     */
    public record ApiOperation(String verb, String path, JsonNode node) {
        /** Its stable name. */
        public String id() {
            return node.path("operationId").asText();
        }

        /** The roles that may call it; empty if it needs no token. */
        public List<String> roles() {
            List<String> roles = new ArrayList<>();
            node.path("x-roles").forEach(role -> roles.add(role.asText()));
            return roles;
        }

        /** Whether it can be called without a token. */
        public boolean isPublic() {
            return node.path("security").isEmpty();
        }

        /** Whether clients may know of it; tests plant others beside. */
        public boolean isOfTheApi() {
            return path.startsWith("/api/v1/");
        }

        /** Whether it answers a stream that has no end. */
        public boolean isStream() {
            return node.path("responses").path("200").path("content").has("text/event-stream");
        }

        @Override
        public String toString() {
            return verb.toUpperCase(Locale.ROOT) + " " + path;
        }
    }

    private record PathTemplate(String path, Pattern pattern, JsonNode item) {
        static PathTemplate of(String path, JsonNode item) {
            String expression = path.replaceAll("\\{[^}]+}", "[^/]+").replace(".csv", "\\.csv");
            return new PathTemplate(path, Pattern.compile(expression), item);
        }

        long variables() {
            return path.chars().filter(character -> character == '{').count();
        }
    }

    private ApiDocument(JsonNode document) {
        this.document = document;
        document.path("paths").properties().forEach(path -> paths.add(PathTemplate.of(path.getKey(), path.getValue())));
        paths.sort(Comparator.comparing(PathTemplate::variables));
    }

    /**
     * Reads a document.
     *
     * @throws IOException when it is no JSON
     */
    public static ApiDocument read(String json) throws IOException {
        return new ApiDocument(JSON.readTree(json));
    }

    /** Every operation. */
    public List<ApiOperation> operations() {
        return paths.stream()
                .flatMap(path -> path.item().properties().stream()
                        .filter(entry -> VERBS.contains(entry.getKey()))
                        .map(entry -> new ApiOperation(entry.getKey(), path.path(), entry.getValue())))
                .toList();
    }

    /** The operation that a request is for; the path without its query. HEAD is GET without a body. */
    public Optional<ApiOperation> operation(String method, String path) {
        String verb = method.equals("HEAD") ? "get" : method.toLowerCase(Locale.ROOT);
        return paths.stream()
                .filter(template -> template.pattern().matcher(path).matches())
                .findFirst()
                .filter(template -> template.item().has(verb))
                .map(template ->
                        new ApiOperation(verb, template.path(), template.item().path(verb)));
    }

    /** Whether there is anything at that address, by whatever method. */
    public boolean knows(String path) {
        return paths.stream()
                .anyMatch(template -> template.pattern().matcher(path).matches());
    }

    /** What stands there in full, if a reference leads to it. */
    public JsonNode resolve(JsonNode node) {
        String reference = node.path("$ref").asText("");
        return reference.startsWith("#/") ? document.at(reference.substring(1)) : node;
    }

    /**
     * A schema that stands by itself, with all that it refers to.
     *
     * @param closed whether objects take no field that they do not name
     */
    public JsonNode schema(JsonNode schema, boolean closed) {
        ObjectNode whole = schema.deepCopy();
        JsonNode schemas = document.path("components").path("schemas").deepCopy();
        whole.putObject("components").set("schemas", schemas);
        if (closed) {
            close(whole);
        }
        return whole;
    }

    private static void close(JsonNode node) {
        node.forEach(ApiDocument::close);
        boolean object =
                node.path("properties").isObject() && !node.path("type").isMissingNode();
        if (object && !node.has("additionalProperties")) {
            ((ObjectNode) node).put("additionalProperties", false);
        }
    }
}
