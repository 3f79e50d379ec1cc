package org.redress.intake.remedy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.redress.intake.Desk.as;

import io.quarkus.test.common.TestResourceScope;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import io.restassured.response.Response;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.redress.infra.RedressInfra;
import org.redress.infra.platform.Mood;
import org.redress.infra.platform.PlatformServer;
import org.redress.infra.platform.TestPlatform;
import org.redress.intake.casework.Court;

/** Nobody gets more back for an order than was paid for it, whatever complaint it is asked in and in whatever currency. */
@QuarkusTest
@WithTestResource(value = RedressInfra.class, scope = TestResourceScope.GLOBAL)
@WithTestResource(value = PlatformServer.class, scope = TestResourceScope.MATCHING_RESOURCES)
class RefundableAmountsIT {
    private static final String PLATFORM = "qihui";
    private static final TestPlatform BACKEND = TestPlatform.named(PLATFORM);

    private static final Duration PATIENCE = Duration.ofSeconds(30);

    private final String orderNo = "QH" + UUID.randomUUID();
    private final List<Court> courts = new ArrayList<>();

    @BeforeEach
    void aHundredWasPaid() {
        BACKEND.knowsOrderOfAnybody(orderNo, "PAID", "100.00");
    }

    @AfterEach
    void closeCourts() {
        courts.forEach(Court::close);
        BACKEND.beGood();
    }

    @Test
    void noMoreIsRefundedThanThePlatformSaysWasPaid() {
        Court court = aboutTheOrder();
        granted(refund(court, "60.00", "CNY"));
        tooMuch(refund(court, "40.01", "CNY"));
        granted(refund(court, "40.00", "CNY"));
    }

    @Test
    void aRefundInAnotherCurrencyThanWasPaidIsTooMuch() {
        Court court = aboutTheOrder();
        tooMuch(refund(court, "1.00", "USD"));
        Response decided = court.give("agent", "agent-1", "decisions", Court.decision(remedy("REFUND", "1.00", "USD")));
        assertThat(decided.statusCode()).isEqualTo(422);
        assertThat(decided.jsonPath().getList("errors.code")).containsExactly("remedies-more-than-paid");
        granted(court.give("agent", "agent-1", "remedies", remedy("COMPENSATE", "1.00", "USD")));
    }

    @Test
    void whatOneComplaintAboutAnOrderRefundsIsNotThereForAnother() {
        BACKEND.onSending(Mood.REFUSE);
        Court first = aboutTheOrder();
        Court second = aboutTheOrder();
        String remedy = granted(refund(first, "70.00", "CNY"));
        tooMuch(refund(second, "30.01", "CNY"));
        granted(refund(second, "30.00", "CNY"));
        tooMuch(refund(second, "0.01", "CNY"));

        await().atMost(PATIENCE).until(() -> "REFUSED".equals(ledger(first).getString("remedies[0].order.state")));
        first.agents("remedies/" + remedy + "/cancellation", "{\"reason\": \"the platform refused\"}");
        granted(refund(second, "70.00", "CNY"));
    }

    @Test
    void whatWasNeverPaidOrIsPaidBackAlreadyIsNotRefunded() {
        BACKEND.knowsOrderOfAnybody(orderNo, "CREATED", "100.00");
        tooMuch(refund(aboutTheOrder(), "0.01", "CNY"));
        BACKEND.knowsOrderOfAnybody(orderNo, "REFUNDED", "100.00");
        tooMuch(refund(aboutTheOrder(), "0.01", "CNY"));
    }

    private static JsonPath ledger(Court court) {
        return as("agent", PLATFORM, "agent-1")
                .get("/api/v1/complaints/" + court.id + "/remedies")
                .jsonPath();
    }

    @Test
    void anOrderOfTheSameNumberOnAnotherPlatformIsAnotherOne() {
        TestPlatform.named("huijin").knowsOrderOfAnybody(orderNo, "PAID", "100.00");
        granted(refund(aboutTheOrder(), "100.00", "CNY"));
        Court elsewhere = held(Court.triagedAbout("huijin", orderNo));
        granted(elsewhere.give("agent", "agent-1", "remedies", remedy("REFUND", "100.00", "CNY")));
    }

    @Test
    void ofComplaintsThatAreGrantedTheWholeAtOnceOneGetsIt() throws Exception {
        List<Court> all = List.of(aboutTheOrder(), aboutTheOrder(), aboutTheOrder(), aboutTheOrder());
        var start = new CyclicBarrier(all.size());
        var threads = Executors.newFixedThreadPool(all.size());
        List<Future<Integer>> answers = new ArrayList<>();
        for (Court court : all) {
            answers.add(threads.submit(() -> {
                start.await();
                return refund(court, "100.00", "CNY").statusCode();
            }));
        }
        List<Integer> statuses = new ArrayList<>();
        for (Future<Integer> answer : answers) {
            statuses.add(answer.get());
        }
        threads.shutdown();

        assertThat(statuses).containsExactlyInAnyOrder(201, 422, 422, 422);
    }

    private Court aboutTheOrder() {
        return held(Court.triagedAbout(PLATFORM, orderNo));
    }

    /** What was paid is known. */
    private Court held(Court court) {
        courts.add(court);
        await().atMost(PATIENCE)
                .until(() -> as("agent", court.platform, "agent-1")
                        .get("/api/v1/complaints/" + court.id + "/order")
                        .jsonPath()
                        .getString("state")
                        .equals("HELD"));
        return court;
    }

    private static Response refund(Court court, String amount, String currency) {
        return court.give("agent", "agent-1", "remedies", remedy("REFUND", amount, currency));
    }

    private static String remedy(String type, String amount, String currency) {
        return """
                {"type": "%s", "amount": "%s", "currency": "%s", "dueAt": "%s"}""".formatted(type, amount, currency, Instant.now().plus(Duration.ofDays(1)));
    }

    private static String granted(Response answer) {
        assertThat(answer.statusCode()).as(answer.asString()).isEqualTo(201);
        return answer.jsonPath().getString("id");
    }

    private static void tooMuch(Response answer) {
        assertThat(answer.statusCode()).as(answer.asString()).isEqualTo(422);
        assertThat(answer.jsonPath().getList("errors.code")).containsExactly("more-than-paid");
    }
}
