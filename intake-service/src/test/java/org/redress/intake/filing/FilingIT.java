package org.redress.intake.filing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.matchesPattern;
import static org.hamcrest.Matchers.notNullValue;
import static org.redress.intake.Desk.as;
import static org.redress.intake.Desk.file;
import static org.redress.intake.Desk.filed;
import static org.redress.intake.Desk.filing;
import static org.redress.intake.Desk.someone;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.quarkus.test.common.TestResourceScope;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.redress.contract.intake.ComplaintFiled;
import org.redress.contract.intake.IntakeEvent;
import org.redress.infra.RedressInfra;
import org.redress.intake.Ledger;
import org.redress.intake.Others;
import org.redress.messaging.IncomingEvent;
import org.redress.messaging.envelope.EnvelopeCodec;

@QuarkusTest
@WithTestResource(value = RedressInfra.class, scope = TestResourceScope.GLOBAL)
class FilingIT {
    @Test
    void aFilingIsAnsweredWithNumberAndEverythingThatWasFiled() {
        String me = someone();
        var answer = file("qihui", me, filing("qihui", me)).then().statusCode(201);
        String id = answer.extract().path("id");
        answer.header("Location", matchesPattern(".*/api/v1/complaints/" + id))
                .header("ETag", equalTo("\"1.1\""))
                .body("number", matchesPattern("QH-[0-9]{8}-[0-9A-HJKMNP-TV-Z]{11}"))
                .body("status", equalTo("FILED"))
                .body("platform", equalTo("qihui"))
                .body("filedAt", notNullValue())
                .body("promises", notNullValue())
                .body("orderNo", equalTo("QH2023101500123"))
                .body("category", equalTo("NOT_DELIVERED"))
                .body("demands.type", contains("REDELIVER", "REFUND", "COMPENSATE"))
                .body("demands[2].amount", equalTo("10.00"))
                .body("occurredAt", equalTo("2023-10-15T06:30:00Z"))
                .body("source.role", equalTo("complainant"))
                .body("complainant.phone", equalTo("138****8000"));
    }

    @Test
    void theAnswerIsWhatAReaderSees() {
        String me = someone();
        ObjectNode body = filing("qihui", me);
        body.put("occurredAt", "2023-10-15T14:30:00.1234567+08:00").put("amount", "100");
        var answer = file("qihui", me, body).then().statusCode(201).extract();

        var read = as("complainant", "qihui", me).get("/api/v1/complaints/" + answer.path("id"));

        var answered = new HashMap<>(answer.jsonPath().getMap("$"));
        answered.remove("missing"); // told at filing alone
        assertThat(answered).isEqualTo(read.jsonPath().getMap("$"));
        assertThat(answer.header("ETag")).isEqualTo(read.header("ETag"));
    }

    @ParameterizedTest
    @CsvSource({"100.00, JPY, 100", "1.234, KWD, 1.234", "1.2, KWD, 1.200", "9.9, CNY, 9.90"})
    void amountsHaveTheirCurrencysDecimals(String sent, String currency, String shown) {
        String me = someone();
        ObjectNode body = filing("qihui", me).put("amount", sent).put("currency", currency);
        ((ObjectNode) body.withArray("demands").get(1)).put("amount", sent).put("currency", currency);

        var answered = file("qihui", me, body).then().statusCode(201).extract().jsonPath();

        var read = as("complainant", "qihui", me).get("/api/v1/complaints/" + answered.getString("id"));
        for (var complaint : java.util.List.of(answered, read.jsonPath())) {
            assertThat(complaint.getString("amount")).isEqualTo(shown);
            assertThat(complaint.getString("demands[1].amount")).isEqualTo(shown);
        }
        as("complainant", "qihui", me)
                .get("/api/v1/complaints")
                .then()
                .body("items[0].amount", equalTo(shown))
                .body("items[0].currency", equalTo(currency));
    }

    @ParameterizedTest
    @ValueSource(strings = {"huijin", "kameng", "qihui", "kamen", "wangwang"})
    void everyShippedPlatformTakesComplaints(String platform) {
        String me = someone();
        String id = filed(platform, me);
        as("complainant", platform, me)
                .get("/api/v1/complaints/" + id)
                .then()
                .statusCode(200)
                .body("id", equalTo(id))
                .body("platform", equalTo(platform));
    }

    @Test
    void theEventCarriesWhatOthersNeedAndNoPersonalData() {
        String me = someone();
        ObjectNode body = filing("qihui", me);
        body.put("description", "卡密ABCD-1234-EFGH-5678无法使用，联系我13800138000或 ming@example.com");
        String id = file("qihui", me, body).then().statusCode(201).extract().path("id");

        var messages = await().atMost(Duration.ofSeconds(20))
                .until(() -> Others.read(IntakeEvent.TOPIC, id), found -> !found.isEmpty());

        assertThat(messages).hasSize(1);
        IncomingEvent envelope = EnvelopeCodec.read(messages.get(0));
        assertThat(envelope.type()).isEqualTo(ComplaintFiled.TYPE);
        assertThat(envelope.platform()).isEqualTo("qihui");
        assertThat(envelope.sequence()).isEqualTo(1);
        assertThat(new String(envelope.data(), StandardCharsets.UTF_8))
                .doesNotContain("13800138000", "1234-EFGH", "ming@", "张小明");
        var event = (ComplaintFiled) IntakeEvent.read(envelope.type(), envelope.data());
        assertThat(event.complainantId()).isEqualTo(me);
        assertThat(event.orderNo()).isEqualTo("QH2023101500123");
        assertThat(Ledger.texts("select description from complaint where id = ?", UUID.fromString(id)))
                .containsExactly(body.get("description").textValue());
    }

    @Test
    void theFirstTimelineEntrySaysWhoFiledAndHow() {
        String me = someone();
        String id = filed("kameng", me);
        as("complainant", "kameng", me)
                .get("/api/v1/complaints/" + id + "/timeline")
                .then()
                .statusCode(200)
                .body("items.kind", contains("FILED"))
                .body("items[0].actor", equalTo("complainant:" + me))
                .body("items[0].data.channel", equalTo("APP"));
    }

    @Test
    void theSameKeyAndBodyAnswerTheSameComplaintAndAnotherBodyIsRefused() {
        String me = someone();
        String key = UUID.randomUUID().toString();
        ObjectNode body = filing("huijin", me);
        String first = post(me, key, body).then().statusCode(201).extract().path("id");
        post(me, key, body)
                .then()
                .statusCode(201)
                .header("Idempotency-Replayed", "true")
                .header("ETag", "\"1.1\"")
                .body("id", equalTo(first));
        post(me, key, body.put("orderNo", "OTHER"))
                .then()
                .statusCode(422)
                .contentType("application/problem+json")
                .body("code", equalTo("idempotency-key-reused"));
        assertThat(Ledger.texts("select id from complaint where complainant_id = ?", me))
                .containsExactly(first);
    }

    @Test
    void twoCallersMayUseTheSameKey() {
        String key = UUID.randomUUID().toString();
        String one = someone();
        String other = someone();
        String first = post(one, key, filing("huijin", one))
                .then()
                .statusCode(201)
                .extract()
                .path("id");
        String second = post(other, key, filing("huijin", other))
                .then()
                .statusCode(201)
                .extract()
                .path("id");
        assertThat(first).isNotEqualTo(second);
    }

    @Test
    void twentyFilingsAtOnceUnderOneKeyMakeOneComplaint() throws Exception {
        String me = someone();
        String key = UUID.randomUUID().toString();
        ObjectNode body = filing("huijin", me);
        var pool = Executors.newFixedThreadPool(20);
        try {
            Callable<Integer> filing = () -> post(me, key, body).statusCode();
            List<Future<Integer>> answers =
                    pool.invokeAll(Stream.generate(() -> filing).limit(20).toList());
            Set<Integer> codes = answers.stream().map(FilingIT::get).collect(Collectors.toSet());
            assertThat(codes).contains(201).isSubsetOf(201, 409);
        } finally {
            pool.shutdown();
        }
        assertThat(Ledger.texts("select id from complaint where complainant_id = ?", me))
                .hasSize(1);
        assertThat(Ledger.texts(
                        "select o.event_id from outbox o join complaint c on o.aggregate_id = c.id::text"
                                + " where c.complainant_id = ?",
                        me))
                .hasSize(1);
    }

    @Test
    void anAgentFilesForSomeoneElse() {
        String caller = someone();
        as("agent", "kamen", "agent-1")
                .header("Idempotency-Key", UUID.randomUUID().toString())
                .contentType("application/json")
                .body(filing("kamen", caller).put("channel", "HOTLINE").toString())
                .post("/api/v1/complaints")
                .then()
                .statusCode(201)
                .body("source.role", equalTo("agent"))
                .body("complainant.id", equalTo(caller));
    }

    @Test
    void numbersAreSoundAndDatedInThePlatformsZone() {
        String me = someone();
        String number = file("qihui", me, filing("qihui", me)).then().extract().path("number");
        assertThat(CaseNumber.isSound(number)).isTrue();
        assertThat(Ledger.texts(
                        "select to_char(filed_at at time zone 'Asia/Shanghai', 'YYYYMMDD') from complaint where number = ?",
                        number))
                .containsExactly(number.split("-", -1)[1]);
    }

    private static io.restassured.response.Response post(String me, String key, ObjectNode body) {
        return as("complainant", "huijin", me)
                .header("Idempotency-Key", key)
                .contentType("application/json")
                .body(body.toString())
                .post("/api/v1/complaints");
    }

    private static int get(Future<Integer> answer) {
        try {
            return answer.get();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        } catch (java.util.concurrent.ExecutionException e) {
            throw new IllegalStateException(e);
        }
    }
}
