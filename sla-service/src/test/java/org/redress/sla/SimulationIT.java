package org.redress.sla;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasItems;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.quarkus.test.common.TestResourceScope;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import jakarta.inject.Inject;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.redress.infra.RedressInfra;

/** The simulation over HTTP: every vector of the semantics, and everything that is refused. */
@QuarkusTest
@WithTestResource(value = RedressInfra.class, scope = TestResourceScope.GLOBAL)
class SimulationIT {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final String RIGHT = """
            {"policy": {"platform": "huijin", "calendar": "mine", "clocks": [
               {"metric": "RESOLUTION", "when": "ALWAYS", "target": "PT8H", "unit": "WORKING_TIME",
                "levels": [{"at": "80%", "kind": "WARNING", "to": "OWNER"}]}]},
             "calendars": [{"id": "mine", "zone": "Asia/Shanghai", "week": {"MON": ["09:00-12:00"]},
               "holidays": [{"date": "2026-10-01", "name": "国庆节"}], "workdays": []}],
             "events": [{"type": "ComplaintFiled", "at": "2026-11-20T10:00:00+08:00"}],
             "until": "2026-12-20T00:00:00+08:00"}""";

    @Inject
    SlaFixture sla;

    @Test
    void everyVectorOfTheSemanticsIsAnsweredToTheSecond() throws IOException {
        JsonNode vectors = JSON.readTree(text("/simulations.json"));
        assertThat(vectors).hasSizeGreaterThanOrEqualTo(8);
        for (JsonNode vector : vectors) {
            String title = vector.path("title").asText();
            ValidatableResponse answer = ask(question(vector), "en").statusCode(200);
            assertThat(OffsetDateTime.parse(answer.extract().path("clocks[0].dueAt"))
                            .toInstant())
                    .as(title)
                    .isEqualTo(
                            OffsetDateTime.parse(vector.path("dueAt").asText()).toInstant());
            if (vector.has("warningAt")) {
                assertThat(OffsetDateTime.parse(
                                        answer.extract().path("clocks[0].levels.find { it.kind == 'WARNING' }.firesAt"))
                                .toInstant())
                        .as(title)
                        .isEqualTo(OffsetDateTime.parse(vector.path("warningAt").asText())
                                .toInstant());
            }
            vector.path("why").forEach(why -> answer.body("clocks[0].segments.why", hasItem(why.asText())));
        }
    }

    @Test
    void theRightQuestionIsRightAndEveryChangeOfTheTableIsRefusedByPlaceAndReasonInBothLanguages() throws IOException {
        long before = stored();
        ask(JSON.readTree(RIGHT), "en").statusCode(200).body("clocks[0].metric", equalTo("RESOLUTION"));
        for (String line : text("/bad-simulations.txt").lines().toList()) {
            if (!line.isBlank() && !line.startsWith("#")) {
                String[] cells = line.split(" \\| ", -1);
                JsonNode question = changed(cells[1].strip(), cells[2].strip());
                String pointer = cells[3].strip();
                String code = cells[4].strip();
                List<String> codes = ask(question, "en")
                        .statusCode(422)
                        .extract()
                        .path("errors.findAll { it.pointer == '%s' }.code".formatted(pointer));
                assertThat(codes).as(cells[0]).contains(code);
                List<String> chinese =
                        ask(question, "zh-CN").statusCode(422).extract().path("errors.detail");
                assertThat(chinese).as(cells[0]).isNotEmpty().allMatch(detail -> detail.matches("(?s).*\\p{IsHan}.*"));
            }
        }
        assertThat(stored()).isEqualTo(before);
    }

    @Test
    void theVersionMayBeLeftOutAndAStoredOneMayBeNamed() throws IOException {
        ask(JSON.readTree("""
                        {"policy": {"platform": "huijin", "version": 1},
                         "events": [{"type": "ComplaintFiled", "at": "2026-11-20T10:00:00+08:00"}],
                         "until": "2026-11-21T00:00:00+08:00"}"""), "en").statusCode(200).body("clocks.metric", hasItems("FIRST_RESPONSE", "RESOLUTION"));
    }

    @Test
    void tenThousandRulesAreRefusedAtOnce() throws IOException {
        ObjectNode question = (ObjectNode) JSON.readTree(RIGHT);
        ArrayNode rules = (ArrayNode) question.at("/policy/clocks");
        for (int i = 1; i < 10_000; i++) {
            rules.add(rules.get(0));
        }
        long begin = System.nanoTime();
        ask(question, "en")
                .statusCode(422)
                .body("errors.pointer", equalTo(List.of("/policy/clocks")))
                .body("errors.code", equalTo(List.of("range")));
        assertThat(TimeUnit.NANOSECONDS.toMillis(System.nanoTime() - begin)).isLessThan(5_000);
    }

    @Test
    void tooManyEventsAndTooLongAnAnswerAreRefusedAtOnce() throws IOException {
        ObjectNode question = (ObjectNode) JSON.readTree(RIGHT);
        ArrayNode events = (ArrayNode) question.at("/events");
        for (int i = 1; i < 2_001; i++) {
            events.add(events.get(0));
        }
        ask(question, "en").statusCode(422).body("errors.pointer", equalTo(List.of("/events")));

        ObjectNode years = (ObjectNode) changed("/policy/clocks/0/target", "\"PT10000H\"");
        ((ObjectNode) years.at("/policy/clocks/0")).put("metric", "NEXT_RESPONSE");
        ((ObjectNode) years.at("/calendars/0/week")).putArray("TUE").add("00:00-24:00");
        for (int i = 0; i < 900; i++) {
            ((ArrayNode) years.at("/events"))
                    .add(JSON.readTree("{\"type\": \"MessagePosted\", \"at\": \"2026-11-2%dT10:%02d:%02d+08:00\"}"
                            .formatted(i % 9 + 1, i % 60, i / 60)));
        }
        ask(years, "en")
                .statusCode(422)
                .body("errors.pointer", equalTo(List.of("/events")))
                .body("errors.code", equalTo(List.of("range")));
    }

    private long stored() {
        return sla.count("""
                select (select count(*) from policy where platform = 'huijin') + (select count(*) from calendar)
                     + (select count(*) from complaint where platform = 'nobody')""");
    }

    private static JsonNode question(JsonNode vector) {
        ObjectNode rule = vector.path("rule").deepCopy();
        rule.put("metric", "RESOLUTION").put("when", "ALWAYS");
        boolean own = vector.path("calendar").isObject();
        ObjectNode question = JSON.createObjectNode();
        ObjectNode policy = question.putObject("policy");
        policy.put("platform", "huijin")
                .put("calendar", own ? "own" : vector.path("calendar").asText());
        policy.putArray("clocks").add(rule);
        if (own) {
            ObjectNode calendar = question.putArray("calendars").addObject();
            calendar.put("id", "own").put("zone", "Asia/Shanghai");
            ObjectNode week = calendar.putObject("week");
            vector.at("/calendar/week")
                    .forEach(day -> week.putArray(day.asText())
                            .add(vector.at("/calendar/hours").asText()));
        }
        question.set("events", vector.path("events"));
        return question.put("until", "2026-12-20T00:00:00+08:00");
    }

    private static JsonNode changed(String place, String value) throws IOException {
        JsonNode question = JSON.readTree(RIGHT);
        int slash = place.lastIndexOf('/');
        JsonNode parent = question.at(place.substring(0, slash));
        String name = place.substring(slash + 1);
        JsonNode change = value.equals("-") ? null : JSON.readTree(value);
        if (parent instanceof ArrayNode list) {
            int index = Integer.parseInt(name);
            if (index < list.size()) {
                list.set(index, change);
            } else {
                list.add(change);
            }
        } else if (change == null) {
            ((ObjectNode) parent).remove(name);
        } else {
            ((ObjectNode) parent).set(name, change);
        }
        return question;
    }

    private static ValidatableResponse ask(JsonNode question, String language) {
        return SlaFixture.as("ops", "huijin", "ops-1")
                .header("Accept-Language", language)
                .body(question.toString())
                .post("/api/v1/sla/simulations")
                .then();
    }

    private static String text(String resource) throws IOException {
        try (var file = SimulationIT.class.getResourceAsStream(resource)) {
            return new String(file.readAllBytes(), StandardCharsets.UTF_8);
        }
    }
}
