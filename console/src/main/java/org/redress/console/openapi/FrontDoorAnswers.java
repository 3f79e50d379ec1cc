package org.redress.console.openapi;

import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.util.List;
import java.util.Map;
import org.redress.console.frontdoor.Refusal;

/** What the front door itself may answer to any operation; the services' own documents cannot know it. */
final class FrontDoorAnswers {
    private static final String PROBLEM = "front-door.Problem";
    private static final List<String> VERBS = List.of("get", "post", "put", "patch", "delete");

    /** Refusals in the services' stead, by what they mean to a client. */
    private static final Map<Refusal, String> MEANINGS = Map.of(
            Refusal.BROKEN_ANSWER, "The service broke off while answering; what it did is unclear",
            Refusal.UNAVAILABLE, "The service cannot be reached; nothing was done",
            Refusal.NO_ANSWER, "The service did not answer in time; what it did is unclear");

    private FrontDoorAnswers() {}

    /** Adds them to each operation that does not say them itself. */
    static void addTo(JsonObject paths, JsonObject components) {
        put(components, "schemas", PROBLEM, problem());
        MEANINGS.forEach((refusal, meaning) -> {
            put(components, "responses", "front-door." + refusal.code(), answer(meaning));
            JsonObject reference = new JsonObject().put("$ref", "#/components/responses/front-door." + refusal.code());
            paths.fieldNames()
                    .forEach(path -> add(paths.getJsonObject(path), String.valueOf(refusal.status()), reference));
        });
    }

    private static void add(JsonObject path, String status, JsonObject reference) {
        VERBS.stream()
                .map(path::getJsonObject)
                .filter(java.util.Objects::nonNull)
                .forEach(operation -> {
                    JsonObject answers = operation.getJsonObject("responses", new JsonObject());
                    if (!answers.containsKey(status)) {
                        operation.put("responses", answers.put(status, reference.copy()));
                    }
                });
    }

    private static void put(JsonObject components, String kind, String name, JsonObject value) {
        components.put(kind, components.getJsonObject(kind, new JsonObject()).put(name, value));
    }

    private static JsonObject answer(String meaning) {
        JsonObject schema = new JsonObject().put("$ref", "#/components/schemas/" + PROBLEM);
        JsonObject seconds = new JsonObject()
                .put("description", "After how many seconds it is worth trying again")
                .put("schema", new JsonObject().put("type", "integer"));
        return new JsonObject()
                .put("description", meaning)
                .put("headers", new JsonObject().put("Retry-After", seconds))
                .put(
                        "content",
                        new JsonObject().put("application/problem+json", new JsonObject().put("schema", schema)));
    }

    private static JsonObject problem() {
        JsonObject text = new JsonObject().put("type", "string");
        JsonObject fields = new JsonObject().put("status", new JsonObject().put("type", "integer"));
        for (String name : List.of("type", "title", "detail", "code", "instance")) {
            fields.put(name, text.copy());
        }
        return new JsonObject()
                .put("type", "object")
                .put("description", "Why the front door refused a request (RFC 9457)")
                .put("required", new JsonArray(List.of("type", "title", "status", "code")))
                .put("properties", fields);
    }
}
