package org.redress.triage;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.common.TestResourceScope;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Objects;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.redress.contract.intake.ComplaintFiled;
import org.redress.infra.RedressInfra;
import org.redress.infra.hostile.StoredRows;
import org.redress.infra.platform.PlatformServer;

/** Previews, who may see what, and queues. */
@QuarkusTest
@WithTestResource(value = RedressInfra.class, scope = TestResourceScope.GLOBAL)
@WithTestResource(value = PlatformServer.class, scope = TestResourceScope.GLOBAL)
class HttpIT {

    private static final String PREVIEWS = "/api/v1/triage/previews";
    private static final Pattern FILLER = Pattern.compile("@(\\d+)@");

    @ParameterizedTest(name = "{0}")
    @MethodSource("badPreviews")
    void aBadPreviewIsRefusedAndNamesTheField(String title, String body, int status, String code, String pointer) {
        Response answer = as("complainant", "huijin", "u-1")
                .contentType("application/json")
                .body(body.getBytes(StandardCharsets.UTF_8))
                .post(PREVIEWS);

        assertThat(answer.statusCode()).as(title).isEqualTo(status);
        assertThat(answer.contentType()).startsWith("application/problem+json");
        assertThat(answer.jsonPath().getString("code")).isEqualTo(code);
        if (!pointer.isEmpty()) {
            assertThat(answer.jsonPath().getList("errors.pointer", String.class))
                    .contains(pointer);
        }
    }

    static Stream<Arguments> badPreviews() throws IOException {
        try (InputStream in = HttpIT.class.getResourceAsStream("/bad-previews.txt")) {
            String text = new String(Objects.requireNonNull(in).readAllBytes(), StandardCharsets.UTF_8);
            return text.lines()
                    .filter(line -> !line.startsWith("#"))
                    .map(line -> line.split("\\|", -1))
                    .map(cells -> Arguments.of(
                            cells[0].strip(),
                            filled(cells[1].strip()),
                            Integer.parseInt(cells[2].strip()),
                            cells[3].strip(),
                            cells[4].strip()));
        }
    }

    private static String filled(String body) {
        Matcher filler = FILLER.matcher(body);
        return filler.replaceAll(found -> "x".repeat(Integer.parseInt(found.group(1))));
    }

    @ParameterizedTest
    @ValueSource(strings = {"complainant", "agent", "supervisor", "ops", "platform", "admin"})
    void aPreviewAnswersAndStoresNothing(String role) {
        try (var rows = StoredRows.but(Set.of())) {
            assertThat(rows.changedBy(() -> previewIsAnswered(role))).isEmpty();
        }
    }

    private static void previewIsAnswered(String role) {
        Response answer = as(role, "qihui", "someone")
                .contentType("application/json")
                .header("Accept-Language", "zh-CN")
                .body("{\"platform\":\"qihui\",\"description\":\"充值100元，扣款成功，一直没有到账\",\"amount\":\"100.00\"}")
                .post(PREVIEWS);

        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(answer.jsonPath().getString("category")).isEqualTo("NOT_DELIVERED");
        assertThat(answer.jsonPath().getString("severity")).isEqualTo("URGENT");
        assertThat(answer.jsonPath().getString("queue")).isEqualTo("delivery");
        assertThat(answer.jsonPath().getString("tier")).isEqualTo("SENIOR");
        assertThat(answer.jsonPath().getList("reasons.text", String.class)).anyMatch(text -> text.contains("到账"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"merchant", "partner", "service"})
    void othersMayNotPreview(String role) {
        assertThat(as(role, "qihui", "someone")
                        .contentType("application/json")
                        .body("{\"platform\":\"qihui\",\"description\":\"x\"}")
                        .post(PREVIEWS)
                        .statusCode())
                .isEqualTo(403);
    }

    @Test
    void nobodySeesWhatIsNotTheirs() {
        ComplaintFiled filed = Wire.filed("huijin", "账号被盗了,不是我本人操作");
        Wire.file(filed);
        PathIT.triaged("huijin", filed.complaintId());
        String result = "/api/v1/triage/complaints/" + filed.complaintId();
        String freezes = "/api/v1/freezes?complaint=" + filed.complaintId();

        assertThat(given().get(result).statusCode()).isEqualTo(401);
        assertThat(as("ops", "kameng", "ops-1").get(result).statusCode()).isEqualTo(404);
        assertThat(as("complainant", "huijin", "u-2").get(result).statusCode()).isEqualTo(404);
        assertThat(as("partner", "huijin", "p-1").get(result).statusCode()).isEqualTo(403);
        assertThat(as("ops", "huijin", "ops-1")
                        .get("/api/v1/triage/complaints/no-uuid")
                        .statusCode())
                .isEqualTo(404);
        Response own = as("complainant", "huijin", "u-1").get(result);
        assertThat(own.statusCode()).isEqualTo(200);
        assertThat(own.jsonPath().getMap("$"))
                .containsOnlyKeys("complaintId", "category", "severity", "queue", "owner", "triagedAt");

        Response list = as("agent", "huijin", "huijin-a1").get(freezes);
        String freeze = list.jsonPath().getString("items[0].freezeId");
        assertThat(list.jsonPath().getList("items")).hasSize(1);
        assertThat(as("agent", "huijin", "huijin-a1")
                        .get("/api/v1/freezes/" + freeze)
                        .statusCode())
                .isEqualTo(200);
        assertThat(as("agent", "kameng", "kameng-a1")
                        .get("/api/v1/freezes/" + freeze)
                        .statusCode())
                .isEqualTo(404);
        assertThat(as("agent", "kameng", "kameng-a1").get(freezes).jsonPath().getList("items"))
                .isEmpty();
        assertThat(as("complainant", "huijin", "u-1").get(freezes).statusCode()).isEqualTo(403);
        assertThat(as("agent", "huijin", "a").get("/api/v1/freezes?complaint=x").statusCode())
                .isEqualTo(422);
        assertThat(as("agent", "huijin", "a").get("/api/v1/freezes?cursor=x").statusCode())
                .isEqualTo(422);
    }

    @Test
    void queuesAreCountedPerPlatform() {
        Wire.file(Wire.filed("counted", "请问发票怎么开"));
        ComplaintFiled paid = Wire.filed("counted", "充了话费一直没到账");
        Wire.file(paid);
        PathIT.triaged("counted", paid.complaintId());
        org.awaitility.Awaitility.await()
                .until(() -> as("ops", "counted", "o")
                                .get("/api/v1/queues")
                                .jsonPath()
                                .getList("items")
                                .size()
                        == 2);

        var queues = as("ops", "counted", "o").get("/api/v1/queues").jsonPath();

        assertThat(queues.getList("items.queue", String.class)).containsExactly("delivery", "general");
        assertThat(queues.getList("items.open", Integer.class)).containsExactly(1, 1);
        assertThat(queues.getInt("items[0].urgent")).isEqualTo(1);
        assertThat(as("complainant", "counted", "u").get("/api/v1/queues").statusCode())
                .isEqualTo(403);
    }

    private static RequestSpecification as(String role, String platform, String subject) {
        return given().auth().oauth2(RedressInfra.token(role, platform, subject));
    }
}
