package org.redress.intake.order;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.redress.intake.Desk.as;

import io.quarkus.test.common.TestResourceScope;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.jdbi.v3.core.Jdbi;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.redress.infra.RedressInfra;
import org.redress.infra.platform.Mood;
import org.redress.infra.platform.PlatformServer;
import org.redress.infra.platform.TestPlatform;
import org.redress.intake.Desk;
import org.redress.intake.Ledger;
import org.redress.intake.complaint.Rows;
import org.redress.intake.order.PullQueue.Claimed;

@QuarkusTest
@WithTestResource(value = RedressInfra.class, scope = TestResourceScope.GLOBAL)
@WithTestResource(value = PlatformServer.class, scope = TestResourceScope.MATCHING_RESOURCES)
class OrderPullIT {
    private static final String PLATFORM = "kamen";
    private static final TestPlatform BACKEND = TestPlatform.named(PLATFORM);

    private final Jdbi jdbi;
    private final PullOrder pull;
    private final String me = Desk.someone();
    private final String orderNo = "KM-" + UUID.randomUUID();

    @Inject
    OrderPullIT(Jdbi jdbi, PullOrder pull) {
        this.jdbi = jdbi;
        this.pull = pull;
    }

    @AfterEach
    void beGood() {
        BACKEND.always(Mood.GOOD);
    }

    @Test
    void theOrderIsPulledKeptAndTold() {
        BACKEND.knowsOrder(orderNo, TestPlatform.order(orderNo, me, "PAID", "98.00"));
        String id = filed();
        JsonPath held = awaitState(id, "HELD");
        assertThat(held.getString("order.state")).isEqualTo("PAID");
        assertThat(held.getString("order.amount")).isEqualTo("98.00");
        assertThat(held.getString("weight")).isEqualTo("PLATFORM_HELD");
        assertThat(held.getString("sha256")).matches("[0-9a-f]{64}");
        assertThat(held.prettify()).doesNotContain(me + "\"");

        JsonPath timeline = as("complainant", PLATFORM, me)
                .get("/api/v1/complaints/" + id + "/timeline")
                .jsonPath();
        assertThat(timeline.getString("items.find { it.kind == 'ORDER_HELD' }.data.sha256"))
                .isEqualTo(held.getString("sha256"));
        assertThat(timeline.getList("items.findAll { it.kind == 'ORDER_HELD' }"))
                .hasSize(1);
    }

    @Test
    void anOrderThatWasChangedAfterwardsIsNamed() {
        BACKEND.knowsOrder(orderNo, TestPlatform.order(orderNo, me, "PAID", "98.00"));
        String id = filed();
        awaitState(id, "HELD");
        assertThat(flaw(id)).isNull();
        String where = " where complaint_id = '" + id + "'";
        Ledger.tamper("update held_order set facts = facts || '{\"amount\": \"9.80\"}'" + where);
        assertThat(flaw(id)).isEqualTo("ORDER_CHANGED");
        Ledger.tamper("update held_order set facts = facts || '{\"amount\": \"98.00\"}'" + where);
        assertThat(flaw(id)).isNull();
        Ledger.tamper("update held_order set facts = facts || '{\"state\": \"NONE\"}'" + where);
        assertThat(flaw(id)).isEqualTo("ORDER_CHANGED");
        Ledger.tamper("delete from held_order" + where);
        assertThat(flaw(id)).isEqualTo("ORDER_CHANGED");
    }

    private @Nullable String flaw(String id) {
        return as("complainant", PLATFORM, me)
                .get("/api/v1/complaints/" + id + "/timeline/verification")
                .then()
                .statusCode(200)
                .extract()
                .path("problem.kind");
    }

    @Test
    void anOrderThatThePlatformDoesNotKnowIsNotFound() {
        String id = filed();
        JsonPath order = awaitState(id, "NOT_FOUND");
        assertThat(order.getString("order")).isNull();
        assertThat(order.getString("weight")).isNull();
    }

    /** Whatever went wrong before, an order is looked for once more after the platform first said that it does not know it. */
    @Test
    void anOrderThatIsNotFoundAfterAHiccupIsLookedForOnceMore() {
        BACKEND.always(Mood.ERROR);
        String id = filed();
        awaitState(id, "UNREACHABLE");
        BACKEND.always(Mood.GOOD);
        awaitState(id, "NOT_FOUND");
        assertThat(due(id)).isAfter(Instant.now().plus(Duration.ofMinutes(5)));
        lookNow(id);
        await().atMost(Duration.ofSeconds(30)).until(() -> due(id) == null);
        assertThat(kinds(id)).containsOnlyOnce("ORDER_NOT_FOUND");
    }

    @Test
    void anOrderThatThePlatformWritesLateIsFoundByTheSecondLook() {
        String id = filed();
        awaitState(id, "NOT_FOUND");
        BACKEND.knowsOrder(orderNo, TestPlatform.order(orderNo, me, "PAID", "98.00"));
        lookNow(id);
        awaitState(id, "HELD");
    }

    /** What was never sent says nothing of the platform; only if it goes on nobody waits for it any longer. */
    @Test
    void aPlatformThatWasNotAskedIsNotUnreachable() {
        String id = filed();
        awaitState(id, "NOT_FOUND");
        int attempt = jdbi.withHandle(handle ->
                handle.createQuery("""
                        update held_order set state = 'ASKED', attempts = attempts + 1000,
                            next_attempt_at = now() + interval '1 hour'
                         where complaint_id = cast(:id as uuid) returning attempts""").bind("id", id).mapTo(Integer.class).one());
        for (int unanswered = 0; unanswered < 20; unanswered++) {
            pull.later(claimed(id, attempt, 0, false), false, "busy", Duration.ofHours(1));
        }
        assertThat(order(id).getString("state")).isEqualTo("ASKED");
        pull.later(claimed(id, attempt, 0, false), true, "status 503", Duration.ofHours(1));
        assertThat(order(id).getString("state")).isEqualTo("ASKED");
        pull.later(claimed(id, attempt, 1, true), false, "left alone", Duration.ofHours(1));
        assertThat(order(id).getString("state")).isEqualTo("UNREACHABLE");
        assertThat(kinds(id)).containsOnlyOnce("ORDER_UNREACHABLE");
    }

    private static Claimed claimed(String id, int attempt, int unanswered, boolean overdue) {
        return new Claimed(UUID.fromString(id), PLATFORM, "KM-1", "u-1", attempt, unanswered, overdue, false);
    }

    private void lookNow(String id) {
        jdbi.useHandle(handle ->
                handle.execute("update held_order set next_attempt_at = now() where complaint_id = ?::uuid", id));
    }

    private @Nullable Instant due(String id) {
        return jdbi.withHandle(handle -> handle.createQuery(
                        "select next_attempt_at from held_order where complaint_id = cast(:id as uuid)")
                .bind("id", id)
                .map((row, context) -> Rows.maybeInstant(row, "next_attempt_at"))
                .one());
    }

    private List<String> kinds(String id) {
        return as("complainant", PLATFORM, me)
                .get("/api/v1/complaints/" + id + "/timeline")
                .jsonPath()
                .getList("items.kind");
    }

    @Test
    void onlyWhoMaySeeTheComplaintSeesTheOrder() {
        String id = filed();
        String path = "/api/v1/complaints/" + id + "/order";
        as("complainant", PLATFORM, "u-stranger").get(path).then().statusCode(404);
        as("agent", "qihui", "agent-1").get(path).then().statusCode(404);
        as("merchant", PLATFORM, "m-7").get(path).then().statusCode(403);
        as("agent", PLATFORM, "agent-1").get(path).then().statusCode(200);
    }

    /** Whatever a platform does, the complaint is taken; once it behaves, its order is there. */
    @ParameterizedTest
    @EnumSource(
            value = Mood.class,
            names = {"GOOD", "ACCEPT", "REFUSE", "NO_PROOF", "OTHER_AMOUNT"},
            mode = EnumSource.Mode.EXCLUDE)
    void troubleChangesNothingButTheState(Mood mood) {
        BACKEND.knowsOrder(orderNo, TestPlatform.order(orderNo, me, "PAID", "98.00"));
        BACKEND.always(mood);
        String id = filed();
        awaitState(id, "UNREACHABLE");
        as("complainant", PLATFORM, me).get("/api/v1/complaints/" + id).then().statusCode(200);
        BACKEND.always(Mood.GOOD);
        awaitState(id, "HELD");
        assertThat(kinds(id)).containsSubsequence("FILED", "ORDER_UNREACHABLE", "ORDER_HELD");
    }

    @ParameterizedTest
    @ValueSource(strings = {"somebody-else", "-1.00", "SOMEBODY-ELSES"})
    void aLieIsNotKept(String lie) {
        String order = TestPlatform.order(
                lie.startsWith("SOMEBODY") ? lie : orderNo,
                lie.startsWith("somebody") ? lie : me,
                "PAID",
                lie.startsWith("-") ? lie : "98.00");
        BACKEND.knowsOrder(orderNo, order);
        JsonPath told = awaitState(filed(), "UNREACHABLE");
        assertThat(told.prettify()).doesNotContain(lie);
    }

    @Test
    void filingIsAsQuickWhileThePlatformHangs() {
        filed();
        List<Long> good = new ArrayList<>();
        List<Long> hanging = new ArrayList<>();
        for (int i = 0; i < 60; i++) {
            good.add(timed());
        }
        BACKEND.always(Mood.HANG);
        for (int i = 0; i < 60; i++) {
            hanging.add(timed());
        }
        assertThat(slowest(hanging)).isLessThan(Math.max(300, 3 * slowest(good)));
    }

    private static long slowest(List<Long> times) {
        return times.stream()
                .sorted()
                .skip(times.size() * 95L / 100)
                .findFirst()
                .orElseThrow();
    }

    private long timed() {
        long begun = System.nanoTime();
        filed();
        return Duration.ofNanos(System.nanoTime() - begun).toMillis();
    }

    private String filed() {
        return Desk.file(PLATFORM, me, Desk.filing(PLATFORM, me).put("orderNo", orderNo))
                .then()
                .statusCode(201)
                .extract()
                .path("id");
    }

    private JsonPath awaitState(String id, String state) {
        await().atMost(Duration.ofSeconds(30))
                .untilAsserted(() -> assertThat(order(id).getString("state")).isEqualTo(state));
        return order(id);
    }

    private JsonPath order(String id) {
        return as("complainant", PLATFORM, me)
                .get("/api/v1/complaints/" + id + "/order")
                .jsonPath();
    }
}
