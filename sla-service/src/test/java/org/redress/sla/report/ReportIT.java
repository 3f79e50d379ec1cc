package org.redress.sla.report;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasSize;

import com.fasterxml.jackson.databind.MappingIterator;
import com.fasterxml.jackson.dataformat.csv.CsvMapper;
import com.fasterxml.jackson.dataformat.csv.CsvParser;
import io.quarkus.test.common.TestResourceScope;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.time.temporal.IsoFields;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.assertj.core.data.Offset;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.redress.infra.RedressInfra;
import org.redress.sla.SlaFixture;
import org.redress.sla.StoredClocks;
import org.redress.sla.StoredClocks.Fired;
import org.redress.sla.StoredClocks.Stored;
import org.redress.sla.clock.StoredPause;

/** Reports beside a count by hand, second by second, over random histories. */
@QuarkusTest
@WithTestResource(value = RedressInfra.class, scope = TestResourceScope.GLOBAL)
class ReportIT {
    private static final String REPORTS = "/api/v1/sla/reports";
    private static final ZoneId ZONE = ZoneId.of("Asia/Shanghai");
    private static final Random random = new Random(52);

    @Inject
    SlaFixture sla;

    @Inject
    StoredClocks clocks;

    private final String platform = SlaFixture.newPlatform();

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 3, 4, 5})
    void attainmentIsWhatOneCountsByHand(int round) {
        Instant now = sla.now().truncatedTo(ChronoUnit.SECONDS);
        List<Stored> stored =
                IntStream.range(0, 120).mapToObj(i -> history(now)).toList();
        clocks.save(stored);
        LocalDate from = now.atZone(ZONE).toLocalDate().minusDays(25);
        LocalDate to = now.atZone(ZONE).toLocalDate().minusDays(round % 2 == 0 ? 0 : 3);

        JsonPath report = get("/attainment?from=" + from + "&to=" + to);

        Map<String, List<Stored>> expected = stored.stream()
                .filter(clock -> !clock.metric().endsWith("WINDOW"))
                .filter(clock -> clock.dueAt() != null && within(clock.dueAt(), from, to))
                .collect(Collectors.groupingBy(ReportIT::row, TreeMap::new, Collectors.toList()));
        List<Map<String, Object>> rows = report.getList("rows");
        assertThat(rows.stream().map(ReportIT::row)).containsExactlyElementsOf(expected.keySet());
        Instant asOf = Instant.parse(report.getString("asOf"));
        rows.forEach(row -> check(row, expected.getOrDefault(row(row), List.of()), asOf));
        assertThat(report.getString("zone")).isEqualTo("Asia/Shanghai");
    }

    @Test
    void everyRowLeadsToItsDeadlines() {
        Instant now = sla.now().truncatedTo(ChronoUnit.SECONDS);
        clocks.save(IntStream.range(0, 200).mapToObj(i -> history(now)).toList());

        List<Map<String, Object>> rows = get("/attainment").getList("rows");

        assertThat(rows).hasSizeGreaterThan(5);
        for (Map<String, Object> row : rows) {
            String link = String.valueOf(row.get("deadlines")).substring(REPORTS.length());
            for (String outcome : List.of("MET", "BREACHED", "OPEN", "CANCELLED", "WITHDRAWN")) {
                assertThat(walk(link + "&outcome=" + outcome))
                        .as(link + outcome)
                        .hasSize(Integer.parseInt(String.valueOf(row.get(outcome.toLowerCase(Locale.ROOT)))));
            }
        }
    }

    @Test
    void theFileHasWhatTheListHasAndNoCellIsAFormula() throws IOException {
        Instant now = sla.now().truncatedTo(ChronoUnit.SECONDS);
        List<String> owners = List.of(
                "=HYPERLINK(\"http://evil\",\"x\")",
                "+1",
                "-1",
                "@x",
                "\tx",
                "\r=x",
                "a,\"b\"\nc",
                "＝1",
                "张三, \"客服\"",
                " x");
        clocks.save(owners.stream().map(owner -> ownedBy(owner, now)).toList());

        Response file = answer("/deadlines.csv");

        assertThat(file.statusCode()).isEqualTo(200);
        assertThat(file.contentType()).startsWith("text/csv").containsIgnoringCase("utf-8");
        assertThat(file.header("Content-Disposition"))
                .matches("attachment; filename=\"deadlines-[0-9-]{10}-[0-9-]{10}\\.csv\"");
        String text = new String(file.asByteArray(), java.nio.charset.StandardCharsets.UTF_8);
        assertThat(text).startsWith("\uFEFFclockId,complaintId,");
        assertThat(text.lines().count()).isGreaterThan(owners.size());
        assertThat(text.replace("\r\n", "")).doesNotContain("\r\n");
        List<String[]> cells = parsed(text.substring(1));
        int owner = List.of(cells.get(0)).indexOf("owner");
        assertThat(cells.subList(1, cells.size()).stream().map(row -> row[owner]))
                .containsExactlyInAnyOrder(
                        "'=HYPERLINK(\"http://evil\",\"x\")",
                        "'+1",
                        "'-1",
                        "'@x",
                        "'\tx",
                        "'\r=x",
                        "a,\"b\"\nc",
                        "'＝1",
                        "张三, \"客服\"",
                        " x");
        assertThat(cells).allSatisfy(row -> assertThat(row).hasSameSizeAs(cells.get(0)));
    }

    @Test
    void aLongFileIsWholeAndInOrder() throws IOException {
        Instant now = sla.now().truncatedTo(ChronoUnit.SECONDS);
        clocks.save(IntStream.range(0, 2300)
                .mapToObj(i -> ownedBy("agent-" + i % 7, now))
                .toList());

        List<String[]> cells = parsed(answer("/deadlines.csv").asString().substring(1));

        assertThat(cells).hasSize(2301);
        int due = List.of(cells.get(0)).indexOf("dueAt");
        assertThat(cells.subList(1, cells.size()).stream().map(row -> Instant.parse(row[due])))
                .isSorted();
        assertThat(cells.stream().map(row -> row[0]).distinct()).hasSize(2301);
    }

    @Test
    void theAttainmentFileHasTheNumbersOfTheReport() throws IOException {
        Instant now = sla.now().truncatedTo(ChronoUnit.SECONDS);
        clocks.save(IntStream.range(0, 50).mapToObj(i -> history(now)).toList());

        List<String[]> cells = parsed(answer("/attainment.csv").asString().substring(1));

        List<Map<String, Object>> rows = get("/attainment").getList("rows");
        assertThat(cells).hasSize(rows.size() + 1);
        for (String column : List.of("week", "metric", "severity", "met", "breached", "withdrawn", "latest")) {
            int at = List.of(cells.get(0)).indexOf(column);
            assertThat(cells.subList(1, cells.size()).stream().map(row -> row[at]))
                    .as(column)
                    .containsExactlyElementsOf(rows.stream()
                            .map(row -> row.get(column) == null ? "" : String.valueOf(row.get(column)))
                            .toList());
        }
    }

    @ParameterizedTest
    @CsvSource({
        "from=2026-11-01&to=2026-10-31, /from",
        "from=2024-01-01&to=2026-01-01, /from",
        "from=2025-11-01&to=2026-11-07, /from",
        "from=2026-02-30, /from",
        "from=yesterday, /from",
        "to=2026-1-1, /to",
        "to=9999-12-31, /to",
        "to=2026-11-22T00:00:00Z, /to",
        "from=+2026-11-01, /from",
    })
    void aWrongRangeIsNamed(String query, String pointer) {
        for (String path : List.of("/attainment", "/attainment.csv", "/deadlines", "/deadlines.csv")) {
            answer(path + "?" + query).then().statusCode(422).body("errors.pointer", hasItem(pointer));
        }
    }

    @Test
    void aWholeYearIsNotTooWide() {
        answer("/attainment?from=2025-11-01&to=2026-11-06").then().statusCode(200);
    }

    @ParameterizedTest
    @ValueSource(strings = {"outcome=LOST", "week=47", "severity=x", "metric=x"})
    void aWrongSelectionIsRefused(String query) {
        answer("/deadlines?" + query).then().statusCode(422);
    }

    @ParameterizedTest
    @CsvSource({
        "supervisor, 200",
        "ops, 200",
        "platform, 200",
        "admin, 200",
        "agent, 403",
        "complainant, 403",
        "partner, 403"
    })
    void reportsAreForThoseWhoLead(String role, int status) {
        for (String path : List.of("/attainment", "/attainment.csv", "/deadlines", "/deadlines.csv")) {
            given().header("Authorization", "Bearer " + RedressInfra.token(role, platform, "x-1"))
                    .get(REPORTS + path)
                    .then()
                    .statusCode(status);
        }
    }

    @Test
    void nobodySeesAnotherPlatform() {
        clocks.save(List.of(ownedBy("agent-1", sla.now())));

        SlaFixture.as("ops", SlaFixture.newPlatform(), "ops-1")
                .get(REPORTS + "/deadlines")
                .then()
                .statusCode(200)
                .body("items", hasSize(0));
    }

    private void check(Map<String, Object> row, Collection<Stored> clocks, Instant asOf) {
        long met =
                clocks.stream().filter(clock -> outcome(clock) == Outcome.MET).count();
        long breached = clocks.stream()
                .filter(clock -> outcome(clock) == Outcome.BREACHED)
                .count();
        assertThat(row)
                .containsEntry("met", (int) met)
                .containsEntry("breached", (int) breached)
                .containsEntry("open", (int) clocks.stream()
                        .filter(clock -> outcome(clock) == Outcome.OPEN)
                        .count())
                .containsEntry("cancelled", (int) clocks.stream()
                        .filter(clock -> outcome(clock) == Outcome.CANCELLED)
                        .count())
                .containsEntry("withdrawn", (int) clocks.stream()
                        .filter(clock -> clock.fired().stream().anyMatch(Fired::withdrawn))
                        .count());
        if (met + breached == 0) {
            assertThat(row.get("attainment")).isNull();
        } else {
            assertThat(Double.parseDouble(String.valueOf(row.get("attainment"))))
                    .isCloseTo(met / (double) (met + breached), Offset.offset(0.00006));
        }
        long paused =
                clocks.stream().mapToLong(clock -> pausedSeconds(clock, asOf)).sum();
        long lasted = clocks.stream()
                .mapToLong(clock ->
                        Duration.between(clock.startedAt(), end(clock, asOf)).toSeconds())
                .sum();
        // The report's now() is a moment after asOf; each clock that is paused still has stood still for that moment
        // more.
        long still =
                clocks.stream().filter(clock -> end(clock, asOf).equals(asOf)).count();
        assertThat(Duration.parse((String) row.get("paused")).toSeconds()).isBetween(paused, paused + 2 * still);
        assertThat(Double.parseDouble(String.valueOf(row.get("pausedShare"))))
                .isCloseTo(lasted == 0 ? 0 : paused / (double) lasted, Offset.offset(0.0002));
        List<Long> lateness = clocks.stream()
                .flatMap(clock -> clock.fired().stream())
                .map(level ->
                        Duration.between(level.firesAt(), level.detectedAt()).toMillis())
                .sorted()
                .toList();
        assertThat(row).containsEntry("levels", lateness.size()).containsEntry("lateLevels", (int)
                lateness.stream().filter(late -> late > 1000).count());
        if (!lateness.isEmpty()) {
            int rank = (int) Math.ceil(0.95 * lateness.size());
            assertThat(Duration.parse((String) row.get("latest")))
                    .isEqualTo(Duration.ofMillis(lateness.get(lateness.size() - 1)));
            assertThat(Duration.parse((String) row.get("lateP95")))
                    .isEqualTo(Duration.ofMillis(lateness.get(rank - 1)));
        }
    }

    /** Second by second: is any pause open? */
    private static long pausedSeconds(Stored clock, Instant asOf) {
        long end = end(clock, asOf).getEpochSecond();
        long paused = 0;
        for (long second = clock.startedAt().getEpochSecond(); second < end; second++) {
            Instant at = Instant.ofEpochSecond(second);
            if (clock.pauses().stream()
                    .anyMatch(pause -> !at.isBefore(pause.from()) && (pause.to() == null || at.isBefore(pause.to())))) {
                paused++;
            }
        }
        return paused;
    }

    private static Instant end(Stored clock, Instant asOf) {
        return clock.metAt() != null ? clock.metAt() : clock.cancelledAt() != null ? clock.cancelledAt() : asOf;
    }

    private static Outcome outcome(Stored clock) {
        if (clock.breachedAt() != null && clock.fired().stream().noneMatch(Fired::withdrawn)) {
            return Outcome.BREACHED;
        }
        return clock.metAt() != null ? Outcome.MET : clock.cancelledAt() != null ? Outcome.CANCELLED : Outcome.OPEN;
    }

    private static boolean within(Instant at, LocalDate from, LocalDate to) {
        LocalDate day = at.atZone(ZONE).toLocalDate();
        return !day.isBefore(from) && !day.isAfter(to);
    }

    private static String row(Stored clock) {
        var due = java.util.Objects.requireNonNull(clock.dueAt()).atZone(ZONE);
        return String.format(
                Locale.ROOT,
                "%04d-W%02d %s %s",
                due.get(IsoFields.WEEK_BASED_YEAR),
                due.get(IsoFields.WEEK_OF_WEEK_BASED_YEAR),
                clock.metric(),
                clock.severity());
    }

    private static String row(Map<String, Object> row) {
        return row.get("week") + " " + row.get("metric") + " " + row.get("severity");
    }

    /** A clock of the last month that took some way through life. */
    private Stored history(Instant now) {
        Instant start = now.minusSeconds(random.nextInt(30 * 86_400));
        Instant due = start.plusSeconds(random.nextInt(4 * 86_400));
        int end = random.nextInt(4);
        Instant ended = start.plusSeconds(random.nextInt(5 * 86_400));
        ended = ended.isAfter(now) ? now : ended;
        Instant met = end <= 1 ? ended : null;
        Instant cancelled = end == 2 ? ended : null;
        Instant over = end == 3 ? now : ended;
        boolean breached = over.isAfter(due);
        boolean withdrawn = breached && random.nextInt(6) == 0;
        Stored plain = StoredClocks.open(platform, random, "RUNNING", start, due);
        return new Stored(
                plain.clockId(),
                plain.complaintId(),
                platform,
                List.of("RESOLUTION", "FIRST_RESPONSE", "APPEAL_WINDOW").get(random.nextInt(3)),
                random.nextInt(3) == 0 ? "CRITICAL" : "NORMAL",
                plain.queue(),
                plain.owner(),
                met != null ? "MET" : cancelled != null ? "CANCELLED" : breached ? "BREACHED" : "RUNNING",
                start,
                due,
                plain.riskAt(),
                met,
                cancelled,
                breached ? due : null,
                pauses(start, over),
                fired(due, breached, withdrawn));
    }

    private static List<StoredPause> pauses(Instant start, Instant over) {
        var pauses = new ArrayList<StoredPause>();
        for (int i = random.nextInt(4); i > 0; i--) {
            Instant from = start.plusSeconds(random.nextInt(86_400) - 1000);
            @Nullable
            Instant to = random.nextInt(8) == 0 && over.isBefore(from.plusSeconds(1))
                    ? null
                    : from.plusSeconds(random.nextInt(86_400));
            pauses.add(new StoredPause(from, to, "WAITING_MERCHANT", null));
        }
        return pauses;
    }

    private static List<Fired> fired(Instant due, boolean breached, boolean withdrawn) {
        var fired = new ArrayList<Fired>();
        if (breached) {
            fired.add(new Fired("BREACH", "BREACH", due, due.plusMillis(random.nextInt(3000)), withdrawn));
            fired.add(new Fired("WARNING OWNER 1", "WARNING", due, due.plusMillis(random.nextInt(1500)), false));
        }
        return fired;
    }

    private Stored ownedBy(String owner, Instant now) {
        Stored open = StoredClocks.open(
                platform, random, "RUNNING", now.minusSeconds(9000), now.minusSeconds(random.nextInt(8000)));
        return new Stored(
                open.clockId(),
                open.complaintId(),
                platform,
                open.metric(),
                open.severity(),
                open.queue(),
                owner,
                open.state(),
                open.startedAt(),
                open.dueAt(),
                open.riskAt(),
                null,
                null,
                null,
                List.of(),
                List.of());
    }

    private static List<String[]> parsed(String csv) throws IOException {
        try (MappingIterator<String[]> rows = CsvMapper.builder()
                .enable(CsvParser.Feature.WRAP_AS_ARRAY)
                .build()
                .readerFor(String[].class)
                .readValues(csv)) {
            return rows.readAll();
        }
    }

    private JsonPath get(String path) {
        return answer(path).then().statusCode(200).extract().jsonPath();
    }

    private List<Object> walk(String path) {
        var items = new ArrayList<Object>();
        String cursor = "";
        do {
            JsonPath page = get(path + "&limit=50" + (cursor.isEmpty() ? "" : "&cursor=" + cursor));
            items.addAll(page.getList("items"));
            cursor = page.getString("next");
        } while (cursor != null);
        return items;
    }

    private Response answer(String path) {
        return given().urlEncodingEnabled(false)
                .header("Authorization", "Bearer " + RedressInfra.token("ops", platform, "ops-1"))
                .get(REPORTS + path);
    }
}
