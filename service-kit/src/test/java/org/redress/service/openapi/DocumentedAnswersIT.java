package org.redress.service.openapi;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.redress.infra.RedressInfra;

@QuarkusTest
@WithTestResource(RedressInfra.class)
class DocumentedAnswersIT {
    private static final String POST = "paths.'/api/v1/planted'.post.";

    @Test
    void aDocumentedAnswerPasses() {
        assertThat(given().get("/api/v1/planted").statusCode()).isEqualTo(200);
        assertThat(given().get("/api/v1/nothing-there").statusCode()).isEqualTo(404);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            status  | answered 418, which its OpenAPI does not say
            field   | property 'secret' is not defined
            missing | required property 'name' not found
            type    | integer found, string expected
            media   | text/plain
            """)
    void anUndocumentedAnswerFailsTheTestThatGetsIt(String how, String fault) {
        assertThatThrownBy(() -> given().get("/api/v1/planted?how=" + how))
                .isInstanceOf(AssertionError.class)
                .hasMessageContaining("GET /api/v1/planted")
                .hasMessageContaining(fault);
    }

    @Test
    void anOperationGetsWhatAllShare() {
        JsonPath document = given().get("/q/openapi?format=json").jsonPath();
        assertThat(document.getString(POST + "operationId")).isEqualTo("postPlanted");
        assertThat(document.<String>getList(POST + "x-roles")).containsExactly("admin", "ops");
        assertThat(document.getString(POST + "description")).isEqualTo("For admin, ops.");
        assertThat(document.<String, Object>getMap(POST + "responses").keySet())
                .containsExactly("200", "400", "401", "403", "406", "408", "409", "413", "415", "422", "429", "503");
        assertThat(document.<Map<String, String>>getList(POST + "parameters").stream()
                        .map(parameter -> parameter.get("$ref")))
                .containsExactlyInAnyOrder(
                        "#/components/parameters/IdempotencyKey", "#/components/parameters/AcceptLanguage");
        assertThat(document.<String, Object>getMap(POST + "responses.'200'.headers"))
                .containsKey("Idempotency-Replayed");
        assertThat(document.<Object>getList("paths.'/api/v1/planted'.get.security"))
                .isEmpty();
    }

    @Test
    void recordsSayWhatMayBeNullAndWhatIsAlwaysThere() {
        JsonPath schemas = given().get("/q/openapi?format=json").jsonPath().setRootPath("components.schemas");
        assertThat(schemas.<String>getList("Thing.required")).containsExactly("name");
        assertThat(schemas.<String>getList("Thing.properties.note.type")).isEqualTo(List.of("string", "null"));
        assertThat(schemas.getMap("Thing")).doesNotContainKey("additionalProperties");
        assertThat(schemas.getBoolean("NewThing.additionalProperties")).isFalse();
        assertThat(schemas.getMap("")).doesNotContainKey("Unused");
    }
}
