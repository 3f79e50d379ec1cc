package org.redress.sla.board;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.notNullValue;

import io.quarkus.test.common.TestResourceScope;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.redress.infra.RedressInfra;
import org.redress.sla.SlaFixture;
import org.redress.sla.StoredClocks;
import org.redress.sla.StoredClocks.Stored;
import org.redress.sla.clock.StoredPause;

/** The board's figures and lists, on a real database. */
@QuarkusTest
@WithTestResource(value = RedressInfra.class, scope = TestResourceScope.GLOBAL)
class BoardIT {
    private static final String BOARD = "/api/v1/sla/board";
    private static final List<String> QUEUES = List.of("delivery", "a&b=c 支付", "");
    private static final Random random = new Random(20261122);
    private static final Duration HOUR = Duration.ofHours(1);

    @Inject
    SlaFixture sla;

    @Inject
    StoredClocks clocks;

    private final String platform = SlaFixture.newPlatform();

    @Test
    void everyFigureIsTheNumberOfItsCases() {
        List<Stored> stored = IntStream.range(0, 300).mapToObj(i -> anything()).toList();
        clocks.save(stored);

        JsonPath board = get(BOARD);

        long open = stored.stream().filter(BoardIT::onBoard).count();
        assertThat(board.getLong("open.count")).isEqualTo(open);
        assertThat(board.getList("states.count", Long.class).stream()
                        .mapToLong(n -> n)
                        .sum())
                .isEqualTo(open);
        figures(board)
                .forEach((link, count) -> assertThat(walk(link, 100)).as(link).hasSize(count));
        for (String by : List.of("metric", "severity", "queue", "owner")) {
            assertThat(board.getList("groups.find { it.by == '" + by + "' }.values.open", Long.class).stream()
                            .mapToLong(n -> n)
                            .sum())
                    .as(by)
                    .isEqualTo(open);
        }
    }

    @Test
    void casesStandAsTheirTimesSay() {
        Instant now = sla.now().truncatedTo(ChronoUnit.SECONDS);
        Instant start = now.minus(HOUR.multipliedBy(10));
        Stored breached = StoredClocks.open(platform, random, "BREACHED", start, now.minus(HOUR));
        Stored late = StoredClocks.open(platform, random, "RUNNING", start, now.minusSeconds(30));
        Stored atRisk = StoredClocks.open(platform, random, "RUNNING", start, now.plus(HOUR));
        Stored resumedByItself = paused(now.plus(HOUR.multipliedBy(90)), now.minus(HOUR), now.minusSeconds(60));
        Stored paused = paused(now.plus(HOUR.multipliedBy(95)), now.minus(HOUR), now.plus(HOUR.multipliedBy(2)));
        Stored running = StoredClocks.open(platform, random, "RUNNING", start, now.plus(HOUR.multipliedBy(100)));
        Stored waiting = paused(null, now.minus(HOUR.multipliedBy(3)), null);
        clocks.save(List.of(waiting, running, paused, resumedByItself, atRisk, late, breached));

        JsonPath list = get(BOARD + "/cases");

        assertThat(list.getList("items.clockId", String.class))
                .containsExactlyElementsOf(Stream.of(breached, late, atRisk, resumedByItself, paused, running, waiting)
                        .map(clock -> clock.clockId().toString())
                        .toList());
        assertThat(list.getList("items.state", String.class))
                .containsExactly("BREACHED", "LATE", "AT_RISK", "RUNNING", "PAUSED", "RUNNING", "PAUSED");
        assertThat(list.getString("items[0].overdue")).startsWith("PT1H");
        assertThat(list.getString("items[0].explanation"))
                .isEqualTo("/api/v1/sla/complaints/" + breached.complaintId());
        assertThat(list.<Map<String, Object>>get("items[4].pause"))
                .containsEntry("reason", "WAITING_COMPLAINANT")
                .containsEntry("by", "agent-7")
                .containsEntry("since", now.minus(HOUR).toString())
                .containsEntry("until", now.plus(HOUR.multipliedBy(2)).toString());
        assertThat(Duration.parse(list.getString("items[4].pause.lasting"))).isBetween(HOUR, HOUR.plusMinutes(1));
        assertThat(list.<Object>get("items[6].pause.until")).isNull();
        assertThat(list.<Object>get("items[3].pause")).isNull();
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 7, 100})
    void pagesTogetherAreTheWholeListByDueTime(int limit) {
        List<Stored> stored = IntStream.range(0, limit == 1 ? 25 : 150)
                .mapToObj(i -> anything())
                .toList();
        clocks.save(stored);

        List<String> walked = walk(BOARD + "/cases", limit);

        assertThat(walked)
                .containsExactlyElementsOf(stored.stream()
                        .filter(BoardIT::onBoard)
                        .sorted(Comparator.comparing(Stored::dueAt, Comparator.nullsLast(Comparator.naturalOrder()))
                                .thenComparing(clock -> clock.clockId().toString()))
                        .map(clock -> clock.clockId().toString())
                        .toList());
    }

    @Test
    void aCaseThatComesOrGoesWhileOnePagesMovesNoOther() {
        Instant now = sla.now();
        List<Stored> stored = IntStream.range(0, 30)
                .mapToObj(i -> StoredClocks.open(platform, random, "RUNNING", now, now.plusSeconds(1000 + i)))
                .toList();
        clocks.save(stored);
        JsonPath first = get(BOARD + "/cases?limit=10");
        clocks.save(List.of(StoredClocks.open(platform, random, "RUNNING", now, now.plusSeconds(500))));

        JsonPath second = get(BOARD + "/cases?limit=10&cursor=" + first.getString("next"));

        assertThat(second.getList("items.clockId", String.class))
                .containsExactlyElementsOf(stored.subList(10, 20).stream()
                        .map(clock -> clock.clockId().toString())
                        .toList());
    }

    @Test
    void whatIsDueInTheNextHoursIsCountedFromNow() {
        Instant now = sla.now();
        clocks.save(List.of(
                StoredClocks.open(platform, random, "BREACHED", now.minus(HOUR), now.minusSeconds(60)),
                StoredClocks.open(platform, random, "RUNNING", now.minus(HOUR), now.plusSeconds(1800)),
                StoredClocks.open(platform, random, "RUNNING", now.minus(HOUR), now.plusSeconds(3 * 3600)),
                StoredClocks.open(platform, random, "RUNNING", now.minus(HOUR), now.plusSeconds(20 * 3600))));

        JsonPath board = get(BOARD);

        assertThat(board.getList("due.within", String.class)).containsExactly("PT1H", "PT4H", "PT24H");
        assertThat(board.getList("due.count", Integer.class)).containsExactly(1, 2, 3);
        assertThat(walk(BOARD + "/cases?dueWithin=PT2H", 20)).hasSize(1);
        assertThat(walk(BOARD + "/cases?dueBefore=" + now.plusSeconds(7200), 20))
                .hasSize(2);
    }

    @Test
    void nobodySeesAnotherPlatform() {
        clocks.save(List.of(StoredClocks.open(
                platform, random, "RUNNING", sla.now(), sla.now().plus(HOUR))));

        SlaFixture.as("ops", SlaFixture.newPlatform(), "ops-1")
                .get(BOARD + "/cases")
                .then()
                .statusCode(200)
                .body("items", hasSize(0));
        SlaFixture.as("ops", SlaFixture.newPlatform(), "ops-1")
                .get(BOARD)
                .then()
                .statusCode(200)
                .body("open.count", equalTo(0))
                .body("asOf", notNullValue());
    }

    @ParameterizedTest
    @CsvSource({
        "agent, 200",
        "supervisor, 200",
        "ops, 200",
        "platform, 200",
        "admin, 200",
        "complainant, 403",
        "merchant, 403",
        "partner, 403",
        "service, 403"
    })
    void theStaffOfAPlatformMayLook(String role, int status) {
        for (String path : List.of(BOARD, BOARD + "/cases")) {
            SlaFixture.as(role, platform, "x-1").get(path).then().statusCode(status);
        }
    }

    @Test
    void withoutATokenNothingIsShown() {
        for (String path : List.of(BOARD, BOARD + "/cases", BOARD + "/stream")) {
            given().get(path).then().statusCode(401);
        }
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "state=SLEEPING        | /state",
                "state=PAUSED,         | /state",
                "metric=SPEED          | /metric",
                "severity=HIGH         | /severity",
                "category=x            | /category",
                "tier=x                | /tier",
                "dueBefore=tomorrow    | /dueBefore",
                "dueBefore=2026-11-22  | /dueBefore",
                "dueBefore=%2B999999999-12-31T23:59:59Z | /dueBefore",
                "dueBefore=-999999999-01-01T00:00:00Z   | /dueBefore",
                "dueWithin=4           | /dueWithin",
                "dueWithin=PT0S        | /dueWithin",
                "dueWithin=-PT1H       | /dueWithin",
                "dueWithin=P1000D      | /dueWithin",
                "queue=%00             | /queue"
            })
    void aWrongFilterIsNamed(String query, String pointer) {
        for (String path : List.of(BOARD, BOARD + "/cases")) {
            given().urlEncodingEnabled(false)
                    .header("Authorization", "Bearer " + RedressInfra.token("ops", platform, "ops-1"))
                    .get(path + "?" + query)
                    .then()
                    .statusCode(422)
                    .body("errors.pointer", contains(pointer));
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"limit=0", "limit=101", "limit=x", "cursor=x", "cursor=ZHVlPXg"})
    void aWrongPageIsRefused(String query) {
        int status = SlaFixture.as("ops", platform, "ops-1")
                .get(BOARD + "/cases?" + query)
                .statusCode();

        assertThat(status).isIn(404, 422);
    }

    private Stored anything() {
        Instant now = sla.now().truncatedTo(ChronoUnit.SECONDS);
        Instant start = now.minusSeconds(random.nextInt(400_000));
        Instant due = start.plusSeconds(random.nextInt(800_000));
        boolean overdue = !due.isAfter(now.plusSeconds(60));
        String state = overdue ? (random.nextInt(5) == 0 ? "RUNNING" : "BREACHED") : "RUNNING";
        boolean pausedNow = !overdue && random.nextInt(4) == 0;
        Instant until = pausedNow && random.nextBoolean() ? now.plusSeconds(4000) : null;
        boolean ended = random.nextInt(6) == 0;
        String queue = QUEUES.get(random.nextInt(QUEUES.size()));
        int owner = random.nextInt(8);
        return new Stored(
                StoredClocks.id(random),
                StoredClocks.id(random),
                platform,
                random.nextInt(10) == 0 ? "APPEAL_WINDOW" : random.nextBoolean() ? "RESOLUTION" : "FIRST_RESPONSE",
                random.nextBoolean() ? "NORMAL" : "CRITICAL",
                queue.isEmpty() ? null : queue,
                owner == 0 ? null : "agent-" + owner,
                ended ? "MET" : pausedNow ? "PAUSED" : state,
                start,
                pausedNow && until == null ? null : due,
                pausedNow && until == null ? null : due.minusSeconds(random.nextInt(200_000)),
                ended ? start.plusSeconds(10) : null,
                null,
                !ended && "BREACHED".equals(state) ? due : null,
                pausedNow ? List.of(new StoredPause(start, until, "WAITING_MERCHANT", null)) : List.of(),
                List.of());
    }

    private Stored paused(@Nullable Instant dueAt, Instant since, @Nullable Instant until) {
        Stored open = StoredClocks.open(platform, random, "PAUSED", since.minus(HOUR), dueAt);
        return new Stored(
                open.clockId(),
                open.complaintId(),
                platform,
                open.metric(),
                open.severity(),
                open.queue(),
                open.owner(),
                "PAUSED",
                open.startedAt(),
                dueAt,
                open.riskAt(),
                null,
                null,
                null,
                List.of(new StoredPause(since, until, "WAITING_COMPLAINANT", "agent-7")),
                List.of());
    }

    private static boolean onBoard(Stored clock) {
        return clock.metAt() == null && !clock.metric().endsWith("WINDOW");
    }

    private Map<String, Integer> figures(JsonPath board) {
        var figures = new java.util.HashMap<String, Integer>();
        board.<List<Map<String, Object>>>get("states").forEach(figure -> note(figures, figure));
        board.<List<Map<String, Object>>>get("due").forEach(figure -> note(figures, figure));
        board.<List<List<List<Map<String, Object>>>>>get("groups.values.states")
                .forEach(group -> group.forEach(value -> value.forEach(figure -> note(figures, figure))));
        assertThat(figures).hasSizeGreaterThan(20);
        return figures;
    }

    private static void note(Map<String, Integer> figures, Map<String, Object> figure) {
        figures.put((String) figure.get("cases"), (Integer) figure.get("count"));
    }

    private JsonPath get(String path) {
        return given().urlEncodingEnabled(false)
                .header("Authorization", "Bearer " + RedressInfra.token("ops", platform, "ops-1"))
                .get(path)
                .then()
                .statusCode(200)
                .extract()
                .jsonPath();
    }

    private List<String> walk(String path, int limit) {
        var ids = new ArrayList<String>();
        String cursor = "";
        do {
            JsonPath page = get(path + (path.contains("?") ? "&" : "?") + "limit=" + limit
                    + (cursor.isEmpty() ? "" : "&cursor=" + cursor));
            ids.addAll(page.getList("items.clockId", String.class));
            cursor = page.getString("next");
        } while (cursor != null);
        assertThat(new HashSet<>(ids)).hasSameSizeAs(ids);
        return ids;
    }
}
