package org.redress.intake.remedy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.redress.intake.Desk.as;

import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.common.TestResourceScope;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.jdbi.v3.core.Jdbi;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.redress.infra.RedressInfra;
import org.redress.infra.platform.Mood;
import org.redress.infra.platform.PlatformServer;
import org.redress.infra.platform.TestPlatform;
import org.redress.intake.casework.Court;
import org.redress.service.due.DueWork;

/** Remedies reach a platform that misbehaves exactly once, through a crash at each step too (R50, I4). */
@QuarkusTest
@WithTestResource(value = RedressInfra.class, scope = TestResourceScope.GLOBAL)
@WithTestResource(value = PlatformServer.class, scope = TestResourceScope.MATCHING_RESOURCES)
class RemedyDeliveryIT {
    private static final String PLATFORM = "qihui";
    /** A platform that fails is left alone for a while; so it is several that fail beside each other. */
    private static final List<String> PLATFORMS = List.of(PLATFORM, "huijin", "kameng", "kamen", "wangwang");

    private static final TestPlatform BACKEND = TestPlatform.named(PLATFORM);
    private static final Duration PATIENCE = Duration.ofSeconds(30);
    private static final Duration DAY = Duration.ofDays(1);

    private final Jdbi jdbi;
    private final DeliverRemedyOrder deliver;
    private final SettleRemedyOrder settle;
    private final RemedyOrderQueue queue;

    @Inject
    RemedyDeliveryIT(Jdbi jdbi, DeliverRemedyOrder deliver, SettleRemedyOrder settle, RemedyOrderQueue queue) {
        this.jdbi = jdbi;
        this.deliver = deliver;
        this.settle = settle;
        this.queue = queue;
    }

    @AfterEach
    void platformIsGoodAgain() {
        PLATFORMS.forEach(platform -> TestPlatform.named(platform).beGood());
    }

    /** By two instances at once: what the service's own threads take up, and as many threads beside them. */
    @Test
    void twoHundredOrdersUnderRandomFaultsAreEachCarriedOutOnce() {
        PLATFORMS.forEach(platform -> TestPlatform.named(platform).chaos(20261122));
        var takenUpByTheOther = new AtomicInteger();
        try (var other = new DueWork("remedy orders, another instance", 8, () -> {
            boolean any = deliver.deliverNext();
            takenUpByTheOther.addAndGet(any ? 1 : 0);
            return any;
        })) {
            orderedByTheHundredsAndCarriedOut(other);
        }
        assertThat(takenUpByTheOther.get())
                .as("orders that the other instance took up")
                .isPositive();
    }

    private void orderedByTheHundredsAndCarriedOut(DueWork other) {
        Map<Court, List<String>> cases = new LinkedHashMap<>();
        for (int i = 0; i < 10; i++) {
            try (Court court = Court.triaged(PLATFORMS.get(i % PLATFORMS.size()))) {
                List<String> ids = new ArrayList<>();
                for (int amount = 1; amount <= 20; amount++) {
                    ids.add(court.agents("remedies", compensate(amount + ".0" + i % 10, DAY)));
                    other.wake();
                }
                cases.put(court, ids);
            }
        }
        await().atMost(Duration.ofSeconds(90)).until(() -> {
            other.wake();
            return cases.values().stream()
                    .flatMap(List::stream)
                    .allMatch(id -> stored(id).equals("EXECUTED"));
        });
        cases.forEach(this::assertEachOnce);
    }

    private void assertEachOnce(Court court, List<String> ids) {
        assertThat(ids)
                .hasSize(20)
                .allSatisfy(id -> assertThat(TestPlatform.named(court.platform).effects(id))
                        .as("carried out")
                        .singleElement()
                        .satisfies(order ->
                                assertThat(order.body().path("amount").asText()).isEqualTo(amountOf(id))));
        JsonPath ledger = ledger(court);
        assertThat(ledger.getList("remedies.findAll { it.state != 'EXECUTED' }"))
                .isEmpty();
        assertThat(ledger.getList("remedies.proof.receiptSha256", String.class))
                .hasSize(20)
                .containsOnly("ab".repeat(32));
        assertThat(new BigDecimal(ledger.getString("totals[0].carriedOut")))
                .isEqualByComparingTo(new BigDecimal(ledger.getString("totals[0].granted")));
        assertThat(kinds(court)).filteredOn("REMEDY_EXECUTED"::equals).hasSize(20);
    }

    @ParameterizedTest
    @EnumSource(
            value = Mood.class,
            names = {"GOOD", "REFUSE"},
            mode = EnumSource.Mode.EXCLUDE)
    void anUnclearAnswerIsLookedUpAndItIsCarriedOutOnce(Mood mood) {
        BACKEND.onSending(mood);
        BACKEND.onLookUps(Mood.ERROR_BEFORE, Mood.CUT, Mood.OTHER_ID);
        try (Court court = Court.triaged(PLATFORM)) {
            String id = court.agents("remedies", compensate("9.90", DAY));
            if (mood == Mood.ACCEPT) {
                await().atMost(PATIENCE).until(() -> stored(id).equals("ACCEPTED"));
                assertThat(step(ledger(court), id, "ACCEPTED")).isNotNull();
                assertThat(step(ledger(court), id, "ORDER_ACCEPTED")).isNull();
                BACKEND.carriesOut(id, "9.90");
            }
            await().atMost(PATIENCE).until(() -> stored(id).equals("EXECUTED"));
            assertThat(BACKEND.effects(id)).hasSize(1);
            assertThat(state(ledger(court), id)).isEqualTo("EXECUTED");
            if (mood == Mood.ACCEPT) {
                assertThat(kinds(court)).containsOnlyOnce("REMEDY_ORDER_ACCEPTED");
                assertThat(kindsForMe(court)).containsOnlyOnce("REMEDY_ORDER_ACCEPTED");
            }
        }
    }

    /** What a process leaves that dies after claiming: before and after the platform took the order, in each state. */
    @ParameterizedTest
    @CsvSource({"SENDING, false", "SENDING, true", "UNKNOWN, false", "UNKNOWN, true", "ACCEPTED, true", "PENDING, false"
    })
    void aCrashBetweenTwoStepsEndsWithOneExecution(String left, boolean taken) {
        BACKEND.alwaysWhenSending(Mood.BUSY);
        try (Court court = Court.triaged(PLATFORM)) {
            String id = court.agents("remedies", compensate("9.90", DAY));
            await().atMost(PATIENCE).until(() -> stored(id).equals("UNKNOWN"));
            if (taken) {
                awaitNobodySending(id);
                BACKEND.carriesOut(id, "9.90");
            }
            jdbi.useHandle(handle -> handle.execute(
                    "update remedy_order set state = ?, next_attempt_at = now() where id = ?::uuid and next_attempt_at is not null",
                    left,
                    id));
            BACKEND.beGood();
            await().atMost(PATIENCE).until(() -> stored(id).equals("EXECUTED"));
            assertThat(BACKEND.effects(id)).hasSize(1);
            assertThat(kinds(court)).containsOnlyOnce("REMEDY_EXECUTED");
        }
    }

    /** Whoever looked it up when it was not done may still be about to send it; who looks again, and fails, is not. */
    private static void awaitNobodySending(String id) {
        BACKEND.always(Mood.ERROR_BEFORE);
        long before = lookUps(id);
        await().atMost(PATIENCE).until(() -> lookUps(id) >= before + 2);
    }

    private static long lookUps(String id) {
        return BACKEND.asked().stream().filter(path -> path.endsWith(id)).count();
    }

    /** The platform has done it, and the answer cannot be written down: on the case, in the outbox, or in the order's row. */
    @ParameterizedTest
    @CsvSource({"remedy_order, update", "case_part, update", "timeline_entry, insert"})
    void aResultThatCouldNotBeStoredIsLookedUpNotSentAgain(String table, String act) {
        BACKEND.alwaysWhenSending(Mood.BUSY);
        try (Court court = Court.triaged(PLATFORM)) {
            String id = court.agents("remedies", compensate("9.90", DAY));
            await().atMost(PATIENCE).until(() -> stored(id).equals("UNKNOWN"));
            String condition = table.equals("remedy_order") ? "new.state = 'EXECUTED'" : "true";
            asOwner("""
                    create sequence fail_few;
                    grant usage on sequence fail_few to public;
                    create function fail_few() returns trigger language plpgsql as $$
                    begin
                        if %s and nextval('fail_few') <= 3 then raise exception 'disk full'; end if;
                        return new;
                    end $$;
                    create trigger fail_few before %s on %s for each row execute function fail_few()""".formatted(condition, act, table));
            try {
                BACKEND.beGood();
                await().atMost(PATIENCE).until(() -> stored(id).equals("EXECUTED"));
            } finally {
                asOwner("drop trigger fail_few on " + table + "; drop function fail_few(); drop sequence fail_few");
            }
            assertThat(BACKEND.effects(id)).hasSize(1);
            assertThat(kinds(court)).containsOnlyOnce("REMEDY_EXECUTED");
        }
    }

    @Test
    void aRefusedOrderIsSeenByStaffAndCanBeOrderedAnew() {
        BACKEND.onSending(Mood.REFUSE);
        try (Court court = Court.triaged(PLATFORM)) {
            String id = court.agents("remedies", compensate("9.90", DAY));
            await().atMost(PATIENCE).until(() -> stored(id).equals("REFUSED"));
            JsonPath ledger = ledger(court);
            assertThat(ledger.getString("remedies[0].order.reason")).isEqualTo("ACCOUNT_CLOSED");
            assertThat(step(ledger, id, "REFUSED")).isEqualTo("ACCOUNT_CLOSED");
            assertThat(timeline(court).getString("items.find { it.kind == 'REMEDY_ORDER_REFUSED' }.data.reason"))
                    .isEqualTo("ACCOUNT_CLOSED");
            assertThat(kindsForMe(court)).doesNotContain("REMEDY_ORDER_REFUSED");
            court.refused("agent", "agent-1", "remedies", compensate("9.90", DAY), 409, "same-remedy-open");
            court.agents("remedies/" + id + "/cancellation", "{\"reason\": \"refused\"}");
            String anew = court.agents("remedies", compensate("9.90", DAY));
            await().atMost(PATIENCE).until(() -> stored(anew).equals("EXECUTED"));
            assertThat(BACKEND.effects(id)).isEmpty();
            assertThat(as("complainant", PLATFORM, court.me)
                            .get("/api/v1/complaints/" + court.id + "/remedies")
                            .jsonPath()
                            .getString("remedies[0].order"))
                    .isNull();
        }
    }

    /** What ends an order and not its remedy is told to staff, once, however often the same answer is written down. */
    @Test
    void thatThePlatformDropsAnOrderOrDoesItTwiceIsOnTheTimelineOnce() {
        BACKEND.onSending(Mood.ACCEPT, Mood.ACCEPT, Mood.ACCEPT);
        try (Court court = Court.triaged(PLATFORM)) {
            settledTwice(court, "1.00", new Verdict.Refused("ACCOUNT_CLOSED"));
            settledTwice(court, "2.00", new Verdict.Cancelled());
            String id = settledTwice(court, "3.00", new Verdict.Executed("RM-1", null, null));
            settle.settle(claimed(court, id, false), new Verdict.Executed("RM-2", null, null));
            settle.settle(claimed(court, id, false), new Verdict.Executed("RM-2", null, null));
            JsonPath timeline = timeline(court);
            assertThat(timeline.getList("items.kind", String.class))
                    .containsOnlyOnce("REMEDY_ORDER_REFUSED")
                    .containsOnlyOnce("REMEDY_ORDER_CANCELLED")
                    .containsOnlyOnce("REMEDY_EXECUTED")
                    .containsOnlyOnce("REMEDY_ORDER_AGAINST_THE_CASE");
            Map<String, String> twice =
                    timeline.getMap("items.find { it.kind == 'REMEDY_ORDER_AGAINST_THE_CASE' }.data");
            assertThat(twice).containsOnly(Map.entry("remedyId", id), Map.entry("platformReference", "RM-2"));
            assertThat(kindsForMe(court).stream().filter(kind -> kind.startsWith("REMEDY_ORDER_")))
                    .containsOnly("REMEDY_ORDER_ACCEPTED");
        }
    }

    /** Asked to leave it, a platform that keeps it is asked again after the pause that is asked for, and not every second. */
    @Test
    void aPlatformThatKeepsWhatItIsToLeaveIsNotAskedEverySecond() {
        BACKEND.onSending(Mood.ACCEPT);
        try (Court court = Court.triaged(PLATFORM)) {
            String id = court.agents("remedies", compensate("9.90", DAY));
            await().atMost(PATIENCE).until(() -> stored(id).equals("ACCEPTED"));
            OrderToPlatform order = claimed(court, id, true);
            QuarkusTransaction.requiringNew().run(() -> queue.accepted(order, null, DAY));
            assertThat(text(
                            "select (next_attempt_at > now() + interval '1 hour')::text from remedy_order where id = ?::uuid",
                            id))
                    .isEqualTo("true");
        }
    }

    private String settledTwice(Court court, String amount, Verdict verdict) {
        String id = court.agents("remedies", compensate(amount, DAY));
        await().atMost(PATIENCE).until(() -> stored(id).equals("ACCEPTED"));
        OrderToPlatform order = claimed(court, id, false);
        settle.settle(order, verdict);
        settle.settle(order, verdict);
        return id;
    }

    /** As a worker sees an order that nobody else has. */
    private OrderToPlatform claimed(Court court, String id, boolean recalled) {
        int attempt = jdbi.withHandle(handle -> handle.createQuery("""
                        update remedy_order set recalled = :recalled, attempts = attempts + 1000, next_attempt_at =
                            case when next_attempt_at is not null then now() + interval '1 hour' end
                         where id = cast(:id as uuid) returning attempts""")
                .bind("id", id)
                .bind("recalled", recalled)
                .mapTo(Integer.class)
                .one());
        Instant now = Instant.now();
        return new OrderToPlatform(
                UUID.fromString(id),
                UUID.fromString(court.id),
                PLATFORM,
                "QH-1",
                "COMPENSATE",
                BigDecimal.ONE,
                "CNY",
                now.plus(DAY),
                now,
                OrderState.ACCEPTED,
                recalled,
                attempt);
    }

    @ParameterizedTest
    @CsvSource({
        "ACCEPT, true, CANCELLED",
        "HANG, true, EXECUTED",
        "ERROR_BEFORE, true, CANCELLED",
        "HANG, false, EXECUTED",
        "ERROR_BEFORE, false, CANCELLED"
    })
    void whatIsTakenBackWhileItIsUnderWayEndsAsThePlatformSays(Mood mood, boolean takesBack, String ends) {
        BACKEND.onSending(mood);
        BACKEND.onLookUps(Mood.BUSY, Mood.BUSY, Mood.BUSY, Mood.BUSY);
        if (!takesBack) {
            BACKEND.takesNothingBack();
        }
        try (Court court = Court.triaged(PLATFORM)) {
            String id = court.agents("remedies", compensate("9.90", DAY));
            await().atMost(PATIENCE).until(() -> List.of("UNKNOWN", "ACCEPTED").contains(stored(id)));
            court.agents("remedies/" + id + "/cancellation", "{\"reason\": \"by mistake\"}");
            await().atMost(PATIENCE).until(() -> ends.equals(state(ledger(court), id)));
            assertThat(stored(id)).isEqualTo(ends);
            assertThat(BACKEND.effects(id)).hasSize(ends.equals("EXECUTED") ? 1 : 0);
            assertThat(kinds(court)).containsOnlyOnce("REMEDY_RECALLED");
        }
    }

    @Test
    void sendingAndTakingBackAtOnceIsSettledRightlyEachTime() throws Exception {
        BACKEND.chaos(7);
        try (Court court = Court.triaged(PLATFORM)) {
            List<String> ids = new ArrayList<>();
            for (int i = 1; i <= 30; i++) {
                ids.add(court.agents("remedies", compensate(i + ".50", DAY)));
            }
            List<Response> answers = together(
                    ids.size(),
                    caller -> court.give(
                            "agent",
                            "agent-1",
                            "remedies/" + ids.get(caller) + "/cancellation",
                            "{\"reason\": \"by mistake\"}"));
            assertThat(answers)
                    .allSatisfy(answer -> assertThat(answer.statusCode()).isIn(201, 409));
            await().atMost(Duration.ofSeconds(60)).until(() -> ids.stream().allMatch(id -> ended(court, id)));
            JsonPath ledger = ledger(court);
            assertThat(ids).allSatisfy(id -> {
                boolean executed = state(ledger, id).equals("EXECUTED");
                assertThat(BACKEND.effects(id)).as(id).hasSize(executed ? 1 : 0);
            });
        }
    }

    private boolean ended(Court court, String id) {
        return List.of("EXECUTED", "CANCELLED").contains(state(ledger(court), id))
                && List.of("EXECUTED", "CANCELLED").contains(stored(id));
    }

    /** Of everything that is said of one remedy at once, one thing wins, and the platform's ledger and ours agree. */
    @Test
    void confirmingDisputingAndCancellingAtOnceLeavesOneTruth() throws Exception {
        try (Court court = Court.triaged(PLATFORM)) {
            String id = court.agents("remedies", compensate("9.90", DAY));
            await().atMost(PATIENCE).until(() -> stored(id).equals("EXECUTED"));
            List<Response> answers = together(24, caller -> switch (caller % 4) {
                case 0 -> court.give("complainant", court.me, "remedies/" + id + "/confirmation", "{}");
                case 1 -> court.give("complainant", court.me, "remedies/" + id + "/dispute", "{\"reason\": \"no\"}");
                case 2 -> court.give("agent", "agent-1", "remedies/" + id + "/cancellation", "{\"reason\": \"no\"}");
                default -> court.give("platform", "backend", "remedies/" + id + "/execution", reported(id));
            });
            assertThat(answers)
                    .allSatisfy(answer -> assertThat(answer.statusCode()).isIn(201, 409));
            List<String> kinds = kinds(court);
            assertThat(kinds).containsOnlyOnce("REMEDY_EXECUTED");
            assertThat(kinds.stream().filter(kind -> kind.equals("REMEDY_CONFIRMED") || kind.equals("REMEDY_DISPUTED")))
                    .hasSize(1);
            assertThat(BACKEND.effects(id)).hasSize(1);
        }
    }

    @Test
    void aHundredGrantsOfOneRemedyAreOneRemedy() throws Exception {
        try (Court court = Court.triaged(PLATFORM)) {
            String key = UUID.randomUUID().toString();
            String body = compensate("9.90", DAY);
            List<Response> answers = together(
                    100,
                    caller -> as("agent", PLATFORM, "agent-1")
                            .header(
                                    "Idempotency-Key",
                                    caller % 2 == 0 ? key : UUID.randomUUID().toString())
                            .contentType("application/json")
                            .body(body)
                            .post("/api/v1/complaints/" + court.id + "/remedies"));
            assertThat(answers)
                    .allSatisfy(answer -> assertThat(answer.statusCode())
                            .as(answer.asString())
                            .isIn(201, 409));
            assertThat(answers.stream()
                            .filter(answer -> answer.statusCode() == 201)
                            .map(answer -> answer.jsonPath().getString("id"))
                            .distinct())
                    .hasSize(1);
            JsonPath ledger = ledger(court);
            assertThat(ledger.getList("remedies")).hasSize(1);
            String id = ledger.getString("remedies[0].id");
            await().atMost(PATIENCE).until(() -> stored(id).equals("EXECUTED"));
            assertThat(BACKEND.effects(id)).hasSize(1);
        }
    }

    @Test
    void aPlatformThatReportsByItselfMayDoSoTwice() {
        BACKEND.onSending(Mood.ACCEPT);
        try (Court court = Court.triaged(PLATFORM)) {
            String id = court.agents("remedies", compensate("9.90", DAY));
            await().atMost(PATIENCE).until(() -> stored(id).equals("ACCEPTED"));
            String path = "remedies/" + id + "/execution";
            court.refused("agent", "agent-1", path, "{\"platformReference\": \"by-hand\"}", 409, "order-under-way");
            assertThat(court.done("platform", "backend", path, reported(id))).isEqualTo(id);
            assertThat(court.done("platform", "backend", path, reported(id))).isEqualTo(id);
            court.refused("platform", "backend", path, "{\"platformReference\": \"another\"}", 409, "ended");
            assertThat(stored(id)).isEqualTo("EXECUTED");
            assertThat(kinds(court)).containsOnlyOnce("REMEDY_EXECUTED");
            assertThat(ledger(court).getString("remedies[0].proof.receiptSha256"))
                    .isEqualTo("cd".repeat(32));
        }
    }

    @Test
    void aPlatformThatNeverCarriesItOutMakesItOverdueAndMayStillDoItLate() {
        BACKEND.onSending(Mood.ACCEPT);
        try (Court court = Court.triaged(PLATFORM)) {
            court.agents("decisions", Court.decision(compensate("9.90", Duration.ofSeconds(2))));
            String id = ledger(court).getString("remedies[0].id");
            await().atMost(PATIENCE).until(() -> court.status().equals("TRIAGED"));
            JsonPath late = ledger(court);
            assertThat(late.getBoolean("remedies[0].overdue")).isTrue();
            assertThat(late.getString("remedies[0].order.state")).isEqualTo("ACCEPTED");
            assertThat(step(late, id, "DISPUTED")).isEqualTo("OVERDUE");
            BACKEND.carriesOut(id, "9.90");
            await().atMost(PATIENCE).until(() -> state(ledger(court), id).equals("EXECUTED"));
            court.mine("remedies/" + id + "/confirmation", "{}");
            assertThat(BACKEND.effects(id)).hasSize(1);
        }
    }

    @Test
    void anAppealSetsOffWhatCameAndHoldsBackWhatMayCome() {
        try (Court court = Court.triaged(PLATFORM)) {
            BACKEND.onSending(Mood.GOOD);
            court.agents("decisions", Court.decision(compensate("60.00", DAY)));
            String first = ledger(court).getString("remedies[0].id");
            await().atMost(PATIENCE).until(() -> stored(first).equals("EXECUTED"));
            String appeal = court.mine("appeals", "{\"reason\": \"too little\"}");
            court.done("supervisor", "super-1", "appeals/" + appeal + "/decision", """
                    {"outcome": "CHANGED", "decision": "SUPPORTED", "basis": ["R1"], "reason": "more is due",
                     "remedies": [%s]}""".formatted(
                            compensate("100.00", DAY)));
            JsonPath ledger = ledger(court);
            assertThat(ledger.getList("remedies.amount")).isEqualTo(List.of("60.00", "40.00"));
            String second = ledger.getString("remedies[1].id");
            await().atMost(PATIENCE).until(() -> stored(second).equals("EXECUTED"));
            assertThat(ledger(court).getString("totals[0].carriedOut")).isEqualTo("100.00");
        }
    }

    @Test
    void aTakenOfferIsCarriedOutAndAForgottenOneLapses() {
        try (Court court = Court.triaged(PLATFORM)) {
            String coupon = court.agents("remedy-offers", offer("COUPON", "5.00", DAY));
            court.mine("remedy-offers/" + coupon + "/refusal", "{\"note\": \"a coupon is no refund\"}");
            String good = court.done("platform", "backend", "remedy-offers", offer("REFUND", "60.00", DAY));
            String remedy = court.mine("remedy-offers/" + good + "/acceptance", "{}");
            await().atMost(PATIENCE).until(() -> stored(remedy).equals("EXECUTED"));
            court.agents("remedy-offers", offer("REFUND", "1.00", Duration.ofSeconds(1)));
            await().atMost(PATIENCE).until(() -> "LAPSED".equals(ledger(court).getString("offers[2].outcome")));
            JsonPath ledger = ledger(court);
            assertThat(ledger.getList("offers.outcome")).isEqualTo(List.of("REFUSED", "ACCEPTED", "LAPSED"));
            assertThat(ledger.getList("offers[1].history.step")).isEqualTo(List.of("OFFERED", "ACCEPTED"));
            assertThat(ledger.getList("remedies[0].history.step")).isEqualTo(List.of("ORDERED", "EXECUTED"));
            assertThat(ledger.getList("asked.type")).contains("REFUND", "REDELIVER");
            assertThat(court.status()).isEqualTo("TRIAGED");
        }
    }

    private static void asOwner(String sql) {
        Jdbi.create(RedressInfra.jdbcUrl(), "postgres", "postgres").useHandle(handle -> handle.execute(sql));
    }

    private static String compensate(String amount, Duration due) {
        return """
                {"type": "COMPENSATE", "amount": "%s", "currency": "CNY", "dueAt": "%s"}""".formatted(amount, Instant.now().plus(due));
    }

    private static String offer(String type, String amount, Duration until) {
        Instant end = Instant.now().plus(until);
        return """
                {"type": "%s", "amount": "%s", "currency": "CNY", "dueAt": "%s", "until": "%s"}""".formatted(type, amount, end.plus(DAY), end);
    }

    private static String reported(String id) {
        return """
                {"platformReference": "RM-%s", "executedAt": "2026-11-22T08:00:00+08:00", "receiptSha256": "%s"}""".formatted(id.substring(24), "cd".repeat(32));
    }

    private static JsonPath ledger(Court court) {
        return as("agent", court.platform, "agent-1")
                .get("/api/v1/complaints/" + court.id + "/remedies")
                .then()
                .statusCode(200)
                .extract()
                .jsonPath();
    }

    private static String state(JsonPath ledger, String id) {
        return ledger.getString("remedies.find { it.id == '" + id + "' }.state");
    }

    /** The reason of a step of that name, {@code "null"} for none; null if there is no such step. */
    private static @Nullable String step(JsonPath ledger, String id, String step) {
        List<Map<String, String>> steps = ledger.getList("remedies.find { it.id == '" + id + "' }.history");
        return steps.stream()
                .filter(one -> step.equals(one.get("step")))
                .map(one -> String.valueOf(one.get("reason")))
                .findFirst()
                .orElse(null);
    }

    private static List<String> kinds(Court court) {
        return timeline(court).getList("items.kind");
    }

    private static List<String> kindsForMe(Court court) {
        return as("complainant", court.platform, court.me)
                .get("/api/v1/complaints/" + court.id + "/timeline")
                .jsonPath()
                .getList("items.findAll { !it.staffOnly }.kind");
    }

    private static JsonPath timeline(Court court) {
        return as("agent", court.platform, "agent-1")
                .get("/api/v1/complaints/" + court.id + "/timeline")
                .jsonPath();
    }

    private String stored(String id) {
        return text("select state from remedy_order where id = ?::uuid", id);
    }

    private String amountOf(String id) {
        return text("select amount::text from remedy_order where id = ?::uuid", id);
    }

    private String text(String sql, String id) {
        return jdbi.withHandle(handle -> handle.createQuery(sql)
                .bind(0, id)
                .mapTo(String.class)
                .findOne()
                .orElse("NONE"));
    }

    private static List<Response> together(int callers, java.util.function.IntFunction<Response> call)
            throws Exception {
        ExecutorService threads = Executors.newFixedThreadPool(callers);
        try {
            var start = new CyclicBarrier(callers);
            List<Future<Response>> running = IntStream.range(0, callers)
                    .mapToObj(caller -> threads.submit((Callable<Response>) () -> {
                        start.await();
                        return call.apply(caller);
                    }))
                    .toList();
            List<Response> answers = new ArrayList<>();
            for (Future<Response> one : running) {
                answers.add(one.get());
            }
            return answers;
        } finally {
            threads.shutdownNow();
        }
    }
}
