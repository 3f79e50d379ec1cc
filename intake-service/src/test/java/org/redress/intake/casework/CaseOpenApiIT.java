package org.redress.intake.casework;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.common.TestResourceScope;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.redress.infra.RedressInfra;

@QuarkusTest
@WithTestResource(value = RedressInfra.class, scope = TestResourceScope.GLOBAL)
class CaseOpenApiIT {
    private static final String CASE = "/api/v1/complaints/{id}/";

    @Test
    @SuppressWarnings("unchecked")
    void everyCommandSaysWhatItTakesAndEveryAnswer() {
        Map<String, Map<String, Object>> paths =
                given().get("/q/openapi?format=json").jsonPath().getMap("paths");
        List<Map<String, Object>> commands = paths.entrySet().stream()
                .filter(path -> path.getKey().startsWith(CASE))
                .flatMap(path ->
                        Stream.ofNullable((Map<String, Object>) path.getValue().get("post")))
                .toList();
        assertThat(commands).hasSizeGreaterThanOrEqualTo(30).allSatisfy(command -> {
            assertThat(command).containsKeys("summary", "requestBody", "tags", "responses");
            Map<String, Map<String, Object>> answers =
                    (Map<String, Map<String, Object>>) Objects.requireNonNull(command.get("responses"));
            assertThat(answers.keySet()).contains("201", "401", "403", "404", "409", "412", "422");
            for (String status : List.of("201", "403", "404", "409", "412", "422")) {
                assertThat(answers.get(status)).as(status).containsKey("content");
            }
            assertThat(String.valueOf(command.get("parameters"))).contains("IdempotencyKey", "IfMatch");
        });
    }
}
