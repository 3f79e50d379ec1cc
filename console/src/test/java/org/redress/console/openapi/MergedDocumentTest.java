package org.redress.console.openapi;

import static org.assertj.core.api.Assertions.assertThat;

import io.vertx.core.json.JsonObject;
import org.junit.jupiter.api.Test;

class MergedDocumentTest {

    @Test
    void oneNameForTwoThingsBecomesTwoNamesAndReferencesFollow() {
        var merged = new MergedDocument();
        merged.add("intake", document("/api/v1/complaints", "string"));
        merged.add("sla", document("/api/v1/sla/breaches", "integer"));
        JsonObject document = merged.document();

        assertThat(document.getJsonObject("paths").fieldNames())
                .containsExactly("/api/v1/complaints", "/api/v1/sla/breaches");
        JsonObject schemas = document.getJsonObject("components").getJsonObject("schemas");
        assertThat(schemas.getJsonObject("intake.Money").getString("type")).isEqualTo("string");
        assertThat(schemas.getJsonObject("sla.Money").getString("type")).isEqualTo("integer");
        assertThat(document.encode())
                .contains(
                        "\"$ref\":\"#/components/schemas/intake.Money\"", "\"$ref\":\"#/components/schemas/sla.Money\"")
                .contains("\"securitySchemes\":{\"jwt\":")
                .doesNotContain("#/components/schemas/Money");
        assertThat(document.getJsonArray("tags")).hasSize(1);
    }

    @Test
    void everyOperationSaysWhatTheFrontDoorMayAnswerInItsStead() {
        var merged = new MergedDocument();
        merged.add("intake", document("/api/v1/complaints", "string"));
        JsonObject document = merged.document();

        JsonObject answers = document.getJsonObject("paths")
                .getJsonObject("/api/v1/complaints")
                .getJsonObject("get")
                .getJsonObject("responses");
        assertThat(answers.fieldNames()).containsExactlyInAnyOrder("502", "503", "504");
        assertThat(document.getJsonObject("components")
                        .getJsonObject("responses")
                        .fieldNames())
                .contains("front-door.broken-answer", "front-door.unavailable", "front-door.no-answer");
    }

    private static JsonObject document(String path, String type) {
        return new JsonObject("""
                {"openapi": "3.1.0", "tags": [{"name": "things"}],
                 "paths": {"%s": {"get": {"parameters": [{"schema": {"$ref": "#/components/schemas/Money"}}]}}},
                 "components": {"schemas": {"Money": {"type": "%s"}}, "securitySchemes": {"jwt": {"type": "http"}}}}
                """.formatted(path, type));
    }
}
