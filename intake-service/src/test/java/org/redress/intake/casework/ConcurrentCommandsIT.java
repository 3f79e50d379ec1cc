package org.redress.intake.casework;

import static org.assertj.core.api.Assertions.assertThat;
import static org.redress.intake.Desk.as;

import io.quarkus.test.common.TestResourceScope;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.IntFunction;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.redress.infra.RedressInfra;
import org.redress.intake.Ledger;

@QuarkusTest
@WithTestResource(value = RedressInfra.class, scope = TestResourceScope.GLOBAL)
class ConcurrentCommandsIT {
    private static final int CALLERS = 20;

    @Test
    void ofTwentyDecisionsOneWins() throws Exception {
        try (Court court = Court.triaged("qihui")) {
            List<Response> answers =
                    together(caller -> court.give("agent", "agent-" + caller, "decisions", Court.decision("")));
            assertThat(answers).filteredOn(answer -> answer.statusCode() == 201).hasSize(1);
            assertThat(answers)
                    .filteredOn(answer -> answer.statusCode() != 201)
                    .hasSize(CALLERS - 1)
                    .allSatisfy(answer -> {
                        assertThat(answer.statusCode()).as(answer.asString()).isEqualTo(409);
                        assertThat(answer.jsonPath().getString("code")).isEqualTo("decided");
                        assertThat(answer.jsonPath().getString("current.status"))
                                .isEqualTo("DECIDED");
                        assertThat(answer.header("ETag"))
                                .isEqualTo("\"" + answer.jsonPath().getString("current.version") + "\"");
                    });
            assertThat(court.record().getList("decisions")).hasSize(1);
            assertThat(written(court, "decision-issued")).isEqualTo(1);
        }
    }

    @Test
    void ofADecisionAndAWithdrawalOneWins() throws Exception {
        try (Court court = Court.triaged("qihui")) {
            List<Response> answers = together(caller -> caller % 2 == 0
                    ? court.give("agent", "agent-1", "decisions", Court.decision(""))
                    : court.give("complainant", court.me, "withdrawal", "{}"));
            assertThat(answers).filteredOn(answer -> answer.statusCode() == 201).hasSize(1);
            assertThat(court.status()).isIn("DECIDED", "WITHDRAWN");
            assertThat(written(court, "decision-issued") + written(court, "complaint-withdrawn"))
                    .isEqualTo(1);
        }
    }

    @Test
    void oneKeyIsOneCommandHoweverOftenItIsSent() throws Exception {
        try (Court court = Court.triaged("qihui")) {
            String key = UUID.randomUUID().toString();
            List<Response> answers = together(caller -> keyed(court, key, "{\"text\": \"hello\"}"));
            List<String> ids = answers.stream()
                    .filter(answer -> answer.statusCode() == 201)
                    .map(answer -> answer.jsonPath().getString("id"))
                    .distinct()
                    .toList();
            assertThat(ids).hasSize(1);
            assertThat(answers)
                    .allSatisfy(answer -> assertThat(answer.statusCode()).isIn(201, 409));
            assertThat(written(court, "message-posted")).isEqualTo(1);
            assertThat(keyed(court, key, "{\"text\": \"hello\"}").jsonPath().getString("id"))
                    .isEqualTo(ids.get(0));
            assertThat(keyed(court, key, "{\"text\": \"other\"}").statusCode()).isEqualTo(422);
        }
    }

    @Test
    void aVersionThatIsGoneIsRefused() {
        try (Court court = Court.triaged("qihui")) {
            String path = "/api/v1/complaints/" + court.id;
            String tag = as("agent", "qihui", "agent-1").get(path).header("ETag");
            Response first = matching(court, tag);
            assertThat(first.statusCode()).isEqualTo(201);
            assertThat(first.header("ETag")).isNotEqualTo(tag);
            assertThat(matching(court, tag).statusCode()).isEqualTo(412);
            assertThat(matching(court, first.header("ETag")).statusCode()).isEqualTo(201);
            assertThat(matching(court, "*").statusCode()).isEqualTo(201);
            assertThat(written(court, "response-given")).isEqualTo(3);
        }
    }

    private static Response matching(Court court, String tag) {
        return as("agent", "qihui", "agent-1")
                .header("If-Match", tag)
                .contentType("application/json")
                .body("{\"text\": \"a\"}")
                .post("/api/v1/complaints/" + court.id + "/responses");
    }

    private static Response keyed(Court court, String key, String body) {
        return as("complainant", "qihui", court.me)
                .header("Idempotency-Key", key)
                .contentType("application/json")
                .body(body)
                .post("/api/v1/complaints/" + court.id + "/messages");
    }

    /** How many timeline entries tell it: each is written with its event in one transaction. */
    private static long written(Court court, String event) {
        return Ledger.texts(
                        "select kind from timeline_entry where complaint_id = ? and kind = ?",
                        UUID.fromString(court.id),
                        event.toUpperCase(java.util.Locale.ROOT).replace('-', '_'))
                .size();
    }

    private static List<Response> together(IntFunction<Response> call) throws Exception {
        ExecutorService callers = Executors.newFixedThreadPool(CALLERS);
        try {
            var start = new CyclicBarrier(CALLERS);
            List<Future<Response>> running = IntStream.range(0, CALLERS)
                    .mapToObj(caller -> callers.submit(() -> {
                        start.await();
                        return call.apply(caller);
                    }))
                    .toList();
            var answers = new java.util.ArrayList<Response>();
            for (Future<Response> one : running) {
                answers.add(one.get());
            }
            return answers;
        } finally {
            callers.shutdownNow();
        }
    }
}
