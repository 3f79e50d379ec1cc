package org.redress.intake.casework;

import static org.assertj.core.api.Assertions.assertThat;
import static org.redress.intake.Desk.as;

import io.quarkus.test.common.TestResourceScope;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.assertj.core.api.SoftAssertions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.redress.infra.RedressInfra;
import org.redress.intake.Ledger;

@QuarkusTest
@WithTestResource(value = RedressInfra.class, scope = TestResourceScope.GLOBAL)
class BadCommandsIT {
    /** One row of the table. */
    record Row(String title, String role, String path, String body, int status, String code, String pointer) {}

    private static List<Row> rows() throws IOException {
        try (var in = Objects.requireNonNull(BadCommandsIT.class.getResourceAsStream("/bad-commands.txt"))) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8)
                    .lines()
                    .filter(line -> !line.startsWith("#") && !line.isBlank())
                    .map(line -> Arrays.stream(line.split("\\|", -1))
                            .map(String::strip)
                            .toList())
                    .map(cell -> new Row(
                            cell.get(0),
                            cell.get(1),
                            cell.get(2),
                            cell.get(3),
                            Integer.parseInt(cell.get(4)),
                            cell.get(5),
                            cell.get(6)))
                    .toList();
        }
    }

    @Test
    void everyBadCommandIsRefusedAndLeavesNothing() throws IOException {
        try (Court court = Court.triaged("kamen")) {
            List<Row> rows = rows();
            assertThat(Ledger.leftBy(() -> SoftAssertions.assertSoftly(softly ->
                            rows.forEach(row -> softly.check(() -> refused(row, send(court, row)))))))
                    .isEmpty();
        }
    }

    private static Response send(Court court, Row row) {
        String body = row.body()
                .replace("{4001}", "字".repeat(4001))
                .replace("DUE", Instant.now().plus(Duration.ofDays(1)).toString());
        return as(row.role(), "kamen", row.role().equals("complainant") ? court.me : "someone-1")
                .urlEncodingEnabled(false)
                .contentType("application/json")
                .body(body.getBytes(StandardCharsets.UTF_8))
                .post("/api/v1/complaints/" + court.id + "/" + row.path());
    }

    private static void refused(Row row, Response answer) {
        assertThat(answer.statusCode())
                .as("%s: %s", row.title(), answer.asString())
                .isEqualTo(row.status());
        assertThat(answer.contentType()).as(row.title()).startsWith("application/problem+json");
        if (row.pointer().equals("-")) {
            assertThat(answer.jsonPath().getString("code")).as(row.title()).isEqualTo(row.code());
        } else {
            assertThat(answer.jsonPath().<Map<String, String>>getList("errors"))
                    .as("%s: %s", row.title(), answer.asString())
                    .anySatisfy(error -> assertThat(error)
                            .containsEntry("pointer", row.pointer())
                            .containsEntry("code", row.code()));
        }
        assertThat(answer.asString()).as(row.title()).doesNotContain("Exception", "org.redress", "jackson", "sql");
    }

    @ParameterizedTest
    @CsvSource({"en, is required", "zh-CN, 必填"})
    void whatIsMissingIsSaidInPlainWords(String language, String said) {
        try (Court court = Court.triaged("kamen")) {
            assertThat(as("agent", "kamen", "someone-1")
                            .header("Accept-Language", language)
                            .contentType("application/json")
                            .body("{\"text\": \"a\"}")
                            .post("/api/v1/complaints/" + court.id + "/commitments")
                            .jsonPath()
                            .getString("errors[0].detail"))
                    .isEqualTo(said);
        }
    }

    @Test
    void refusalsSpeakTheReadersLanguage() {
        try (Court court = Court.triaged("kamen")) {
            Response answer = as("agent", "kamen", "agent-1")
                    .header("Accept-Language", "zh-CN")
                    .contentType("application/json")
                    .body("{}")
                    .post("/api/v1/complaints/" + court.id + "/closure");
            assertThat(answer.jsonPath().getString("detail")).isEqualTo("该投诉尚未作出处理决定。");
            assertThat(answer.jsonPath().getString("type")).isEqualTo("urn:redress:problem:not-decided");
        }
    }
}
