package org.redress.infra.openapi;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Optional;
import org.redress.infra.openapi.ApiDocument.ApiOperation;

/** Good bodies for operations: the documented example, or the plainest value that the schema takes. */
public final class SchemaSamples {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final int DEEPEST = 8;

    private final ApiDocument document;

    /** Samples of a document. */
    public SchemaSamples(ApiDocument document) {
        this.document = document;
    }

    /** A good JSON body; empty for operations that take none. */
    public Optional<JsonNode> body(ApiOperation operation) {
        JsonNode content = operation.node().path("requestBody").path("content").path("application/json");
        if (content.isMissingNode()) {
            return Optional.empty();
        }
        return Optional.of(content.has("example") ? content.path("example").deepCopy() : of(content.path("schema"), 0));
    }

    private JsonNode of(JsonNode reference, int depth) {
        JsonNode schema = document.resolve(reference);
        if (depth > DEEPEST) {
            return JSON.nullNode();
        }
        if (schema.path("enum").has(0)) {
            return schema.path("enum").path(0);
        }
        if (schema.path("examples").has(0)) {
            return schema.path("examples").path(0);
        }
        if (schema.path("anyOf").has(0)) {
            return of(schema.path("anyOf").path(0), depth + 1);
        }
        return switch (type(schema)) {
            case "object" -> object(schema, depth);
            case "array" -> array(schema, depth);
            case "integer", "number" ->
                JSON.getNodeFactory().numberNode(schema.path("minimum").asInt(1));
            case "boolean" -> JSON.getNodeFactory().booleanNode(true);
            default -> JSON.getNodeFactory().textNode(text(schema));
        };
    }

    private ObjectNode object(JsonNode schema, int depth) {
        ObjectNode object = JSON.createObjectNode();
        schema.path("required")
                .forEach(name ->
                        object.set(name.asText(), of(schema.path("properties").path(name.asText()), depth + 1)));
        return object;
    }

    private ArrayNode array(JsonNode schema, int depth) {
        ArrayNode array = JSON.createArrayNode();
        for (int i = 0; i < schema.path("minItems").asInt(0); i++) {
            array.add(of(schema.path("items"), depth + 1));
        }
        return array;
    }

    private static String type(JsonNode schema) {
        JsonNode type = schema.path("type");
        return type.isArray() ? type.path(0).asText() : type.asText("string");
    }

    private static String text(JsonNode schema) {
        return switch (schema.path("format").asText()) {
            case "uuid" -> "01936d9a-5e2a-7c3f-8b44-0d9c7f4f9a10";
            case "date-time" -> "2100-01-01T00:00:00Z";
            case "date" -> "2100-01-01";
            default -> "A1";
        };
    }
}
