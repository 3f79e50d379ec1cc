package org.redress.triage;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.quarkus.test.common.TestResourceScope;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import io.restassured.specification.RequestSpecification;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.jdbi.v3.core.Jdbi;
import org.junit.jupiter.api.Test;
import org.redress.contract.Tier;
import org.redress.contract.intake.ComplaintClosed;
import org.redress.contract.intake.ComplaintFiled;
import org.redress.contract.intake.ComplaintReopened;
import org.redress.contract.intake.ComplaintUrged;
import org.redress.contract.sla.Metric;
import org.redress.infra.RedressInfra;
import org.redress.infra.platform.PlatformServer;

/** What moves a complaint ahead in its queue, and the order in which agents see it. */
@QuarkusTest
@WithTestResource(value = RedressInfra.class, scope = TestResourceScope.GLOBAL)
@WithTestResource(value = PlatformServer.class, scope = TestResourceScope.GLOBAL)
class QueueOrderIT {

    private static final Duration PATIENCE = Duration.ofSeconds(30);
    private static final String QUESTION = "请问发票怎么开";

    private final Jdbi jdbi;

    @Inject
    QueueOrderIT(Jdbi jdbi) {
        this.jdbi = jdbi;
    }

    private final String platform = "q-" + UUID.randomUUID();

    @Test
    void aLevelMovesAheadOnceHoweverOftenItIsToldAndAtMostFiveCount() {
        ComplaintFiled filed = Wire.filed(platform, QUESTION);
        UUID clock = UUID.randomUUID();
        // The first is read before the filing.
        raise(filed, clock, 1);
        Wire.file(filed);
        await().atMost(PATIENCE).until(() -> rank(filed) == 1);

        raise(filed, clock, 1);
        raise(filed, clock, 1);
        raise(filed, clock, 2);
        await().atMost(PATIENCE).until(() -> rank(filed) == 2);
        for (int level = 3; level < 9; level++) {
            raise(filed, clock, level);
        }

        await().atMost(PATIENCE)
                .untilAsserted(() -> assertThat(result(filed).getList("raises.cause"))
                        .hasSize(8)
                        .containsOnly("ESCALATED"));
        assertThat(rank(filed)).isEqualTo(5);
    }

    @Test
    void theHighestRankComesFirstThenWhatIsDueFirst() {
        List<ComplaintFiled> filed = new ArrayList<>();
        for (int i = 0; i < 4; i++) {
            filed.add(Wire.filed(platform, QUESTION));
            Wire.file(filed.get(i));
        }
        Instant now = Instant.now().truncatedTo(ChronoUnit.SECONDS);
        UUID ends = UUID.randomUUID();
        due(filed.get(0), UUID.randomUUID(), Metric.RESOLUTION, now.plusSeconds(300));
        due(filed.get(1), UUID.randomUUID(), Metric.RESOLUTION, now.plusSeconds(200));
        due(filed.get(1), UUID.randomUUID(), Metric.APPEAL_WINDOW, now.plusSeconds(1));
        due(filed.get(2), UUID.randomUUID(), Metric.RESOLUTION, now.plusSeconds(400));
        due(filed.get(2), ends, Metric.FIRST_RESPONSE, now.plusSeconds(2));
        Wire.tell(
                platform,
                filed.get(2).complaintId(),
                Wire.ended(filed.get(2).complaintId(), ends, Metric.FIRST_RESPONSE, now.plusSeconds(2)));
        raise(filed.get(3), UUID.randomUUID(), 1);

        await().atMost(PATIENCE).untilAsserted(() -> assertThat(queue(2)).containsExactly(ids(filed, 3, 1, 0, 2)));
        assertThat(queue(100)).containsExactly(ids(filed, 3, 1, 0, 2));
    }

    @Test
    void aRunningClockToldAfterItsEndDoesNotRunAgain() {
        ComplaintFiled filed = Wire.filed(platform, QUESTION);
        Wire.file(filed);
        UUID clock = UUID.randomUUID();
        Instant dueAt = Instant.parse("2030-01-01T00:00:00Z");
        Wire.tell(platform, filed.complaintId(), Wire.ended(filed.complaintId(), clock, Metric.RESOLUTION, dueAt));
        due(filed, clock, Metric.RESOLUTION, dueAt);
        due(filed, UUID.randomUUID(), Metric.RESOLUTION, dueAt.plusSeconds(60));

        await().atMost(PATIENCE)
                .untilAsserted(
                        () -> assertThat(items(null).getList("items.dueAt")).containsExactly("2030-01-01T00:01:00Z"));
    }

    @Test
    void urgingMovesAheadOnceAnUrge() {
        ComplaintFiled filed = Wire.filed(platform, QUESTION);
        Wire.file(filed);
        for (int count : new int[] {1, 1, 2}) {
            Wire.happen(filed, new ComplaintUrged(filed.complaintId(), count, null, Wire.COMPLAINANT, Instant.now()));
        }

        await().atMost(PATIENCE)
                .untilAsserted(
                        () -> assertThat(result(filed).getList("raises.cause")).containsExactly("URGED", "URGED"));
        assertThat(rank(filed)).isEqualTo(2);
    }

    @Test
    void aComplaintThatIsOverLeavesItsQueueAndItsOwnersLoadAndIsNotEscalated() {
        ComplaintFiled filed = Wire.filed(platform, QUESTION);
        ComplaintFiled other = Wire.filed(platform, QUESTION);
        Wire.file(filed);
        Wire.file(other);
        await().atMost(PATIENCE).until(() -> queue(100).size() == 2);
        UUID id = filed.complaintId();
        var closed = Wire.happen(filed, new ComplaintClosed(id, "DECIDED", Wire.COMPLAINANT, Instant.now()));
        await().atMost(PATIENCE)
                .until(() -> queue(100).equals(List.of(other.complaintId().toString())));
        Wire.escalate(platform, id, Tier.SENIOR);
        Wire.escalate(platform, other.complaintId(), Tier.SENIOR);
        await().atMost(PATIENCE)
                .until(() -> PathIT.triaged(platform, other.complaintId())
                        .getString("tier")
                        .equals("SENIOR"));
        assertThat(result(filed).getString("tier")).isEqualTo("JUNIOR");
        assertThat(load()).isEqualTo(1);

        Wire.happen(filed, new ComplaintReopened(id, 1, "REMEDY_DISPUTED", Wire.COMPLAINANT, Instant.now()));
        // Read again, in the wrong order: the latest word of intake holds.
        Wire.send("complaint-events", Wire.again(closed));

        await().atMost(PATIENCE).until(() -> queue(100).size() == 2);
        Wire.escalate(platform, id, Tier.SPECIAL_TEAM);
        await().atMost(PATIENCE).until(() -> result(filed).getString("tier").equals("SPECIAL_TEAM"));
        assertThat(queue(100)).contains(id.toString());
        assertThat(load()).isEqualTo(2);
    }

    private int load() {
        return jdbi.withHandle(
                handle -> handle.createQuery("select sum(open_cases) from agent where platform = :platform")
                        .bind("platform", platform)
                        .mapTo(Integer.class)
                        .one());
    }

    @Test
    void aQueueIsShownToStaffOfItsPlatformAndRefusesWhatIsNoCursor() {
        ComplaintFiled filed = Wire.filed(platform, QUESTION);
        Wire.file(filed);
        String owner = result(filed).getString("owner");

        assertThat(items(owner).getList("items.complaintId")).hasSize(1);
        assertThat(items("someone-else").getList("items.complaintId")).isEmpty();
        assertThat(as("agent", platform, owner)
                        .get("/api/v1/queues/general?owner=me")
                        .jsonPath()
                        .getList("items.owner"))
                .containsExactly(owner);
        assertThat(as("ops", "other", "o")
                        .get("/api/v1/queues/general")
                        .jsonPath()
                        .getList("items.complaintId"))
                .doesNotContain(filed.complaintId().toString());
        assertThat(as("complainant", platform, "u-1")
                        .get("/api/v1/queues/general")
                        .statusCode())
                .isEqualTo(403);
        for (String cursor : List.of("x", "cmFuaz0x", "ZHVlPXg")) {
            assertThat(as("ops", platform, "o")
                            .get("/api/v1/queues/general?cursor=" + cursor)
                            .statusCode())
                    .as(cursor)
                    .isEqualTo(422);
        }
    }

    private void raise(ComplaintFiled filed, UUID clock, int level) {
        Wire.tell(platform, filed.complaintId(), Wire.raised(filed.complaintId(), clock, level));
    }

    private void due(ComplaintFiled filed, UUID clock, Metric metric, Instant at) {
        Wire.tell(platform, filed.complaintId(), Wire.started(filed.complaintId(), clock, metric, at));
    }

    private static String[] ids(List<ComplaintFiled> filed, int... order) {
        return java.util.Arrays.stream(order)
                .mapToObj(i -> filed.get(i).complaintId().toString())
                .toArray(String[]::new);
    }

    /** The whole queue, read page by page. */
    private List<String> queue(int limit) {
        List<String> seen = new ArrayList<>();
        String cursor = null;
        do {
            var request = as("agent", platform, "a-1").queryParam("limit", limit);
            if (cursor != null) {
                request.queryParam("cursor", cursor);
            }
            JsonPath page = request.get("/api/v1/queues/general").jsonPath();
            seen.addAll(page.getList("items.complaintId"));
            cursor = page.getString("next");
        } while (cursor != null);
        return seen;
    }

    private JsonPath items(@org.jspecify.annotations.Nullable String owner) {
        var request = as("supervisor", platform, "s-1");
        return (owner == null ? request : request.queryParam("owner", owner))
                .get("/api/v1/queues/general")
                .jsonPath();
    }

    private int rank(ComplaintFiled filed) {
        return result(filed).getInt("rank");
    }

    private JsonPath result(ComplaintFiled filed) {
        return PathIT.triaged(platform, filed.complaintId());
    }

    private static RequestSpecification as(String role, String platform, String subject) {
        return given().auth().oauth2(RedressInfra.token(role, platform, subject));
    }
}
