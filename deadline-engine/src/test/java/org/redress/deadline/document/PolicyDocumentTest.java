package org.redress.deadline.document;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.groups.Tuple.tuple;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.redress.deadline.Calendars;
import org.redress.deadline.calendar.Calendar;
import org.redress.deadline.complaint.Severity;
import org.redress.deadline.policy.ClockRule;
import org.redress.deadline.policy.Condition;
import org.redress.deadline.policy.Level;
import org.redress.deadline.policy.LevelKind;
import org.redress.deadline.policy.Metric;
import org.redress.deadline.policy.PauseReason;
import org.redress.deadline.policy.Policy;
import org.redress.deadline.policy.Target;

/** Policies as documents. */
class PolicyDocumentTest {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final String FROM_SLA = """
            {"platform": "huijin", "version": 1, "calendar": "cn-24x7",
             "clocks": [
              {"metric": "FIRST_RESPONSE", "when": {"severity": ["NORMAL"]}, "target": "PT48H", "unit": "ELAPSED",
               "pauseOn": ["WAITING_COMPLAINANT"], "pauseCap": "PT72H",
               "levels": [{"at": "80%", "kind": "WARNING", "to": "OWNER"}, {"at": "100%", "kind": "BREACH", "to": "SUPERVISOR"},
                          {"at": "+PT4H", "kind": "ESCALATION", "to": "SENIOR_TIER"}]}]}
            """;

    private static Optional<Calendar> calendar(String id) {
        return switch (id) {
            case "cn-24x7" -> Optional.of(Calendars.cnAlwaysOpen());
            case "cn-office" -> Optional.of(Calendars.cnOffice());
            case "closed" ->
                Optional.of(Calendar.named("closed", Calendars.SHANGHAI).build());
            default -> Optional.empty();
        };
    }

    private static Parsed<Policy> read(Object document) {
        return PolicyDocument.read(document, PolicyDocumentTest::calendar);
    }

    @Test
    void thePolicyOfTheSemanticsPageIsReadAsItIsMeantAndWrittenBack() throws IOException {
        Policy policy = read(JSON.readValue(FROM_SLA, Object.class)).orElseThrow();

        ClockRule rule = ClockRule.of(Metric.FIRST_RESPONSE, Target.elapsed(Duration.ofDays(2)))
                .when(Condition.severity(Severity.NORMAL))
                .pausing(Duration.ofDays(3), PauseReason.WAITING_COMPLAINANT)
                .levels(
                        Level.at("80%", LevelKind.WARNING, "OWNER"),
                        Level.at("100%", LevelKind.BREACH, "SUPERVISOR"),
                        Level.at("+PT4H", LevelKind.ESCALATION, "SENIOR_TIER"));
        assertThat(policy).isEqualTo(new Policy("huijin", 1, "cn-24x7", List.of(rule)));
        JsonNode written = JSON.valueToTree(PolicyDocument.write(policy));
        assertThat(written).isEqualTo(JSON.readTree(FROM_SLA));
    }

    @Test
    void everyPartOfARuleSurvivesWritingAndReading() {
        ClockRule rule = ClockRule.of(Metric.RESOLUTION, Target.workingDays(7))
                .untilClose()
                .withoutRolling()
                .cappedAtGoodsExpiry();
        Policy policy = new Policy("qihui", 3, "cn-office", List.of(rule));

        assertThat(read(PolicyDocument.write(policy)).orElseThrow()).isEqualTo(policy);
    }

    /** One line of the table. */
    private record Line(String title, String place, String value, String pointer, String code) {
        @Override
        public String toString() {
            return title;
        }
    }

    static Stream<Line> refusedPolicies() throws IOException {
        try (InputStream in =
                Objects.requireNonNull(PolicyDocumentTest.class.getResourceAsStream("refused-policies.txt"))) {
            String table = new String(in.readAllBytes(), StandardCharsets.UTF_8);
            return table.lines().filter(line -> !line.startsWith("#")).map(line -> {
                String[] cells = line.split("\\|");
                return new Line(
                        cells[0].strip(), cells[1].strip(), cells[2].strip(), cells[3].strip(), cells[4].strip());
            });
        }
    }

    @ParameterizedTest
    @MethodSource("refusedPolicies")
    void aWrongPolicyIsRefusedAtTheWrongPlace(Line line) throws IOException {
        JsonNode policy = JSON.readTree(FROM_SLA);
        set(policy, line.place(), line.value());

        assertThat(read(JSON.treeToValue(policy, Object.class)).problems())
                .anySatisfy(problem -> {
                    assertThat(problem.pointer()).isEqualTo(line.pointer());
                    assertThat(problem.code()).isEqualTo(line.code());
                    assertThat(problem.message()).isNotBlank();
                })
                .allSatisfy(problem ->
                        assertThat(problem.pointer()).startsWith(line.pointer().substring(0, 5)));
    }

    private static void set(JsonNode root, String place, String value) throws IOException {
        int slash = place.lastIndexOf('/');
        JsonNode parent = root.at(place.substring(0, slash));
        String name = place.substring(slash + 1);
        if (parent instanceof ArrayNode list) {
            int index = Integer.parseInt(name);
            if (index == list.size()) {
                list.add(JSON.readTree(value));
            } else {
                list.set(index, JSON.readTree(value));
            }
        } else if (value.equals("-")) {
            ((ObjectNode) parent).remove(name);
        } else {
            ((ObjectNode) parent).set(name, JSON.readTree(value));
        }
    }

    @Test
    void whatIsNoObjectAtAllIsRefused() {
        for (Object odd : new Object[] {"policy", 7, List.of(), true}) {
            assertThat(read(odd).problems()).extracting(Problem::code).containsExactly("type");
        }
        assertThat(PolicyDocument.read(null, PolicyDocumentTest::calendar).problems())
                .extracting(Problem::code)
                .containsExactly("required");
    }

    @Test
    void tenThousandRulesAreRefusedWithoutReadingThem() {
        Map<String, Object> rule =
                Map.of("metric", "RESOLUTION", "when", "ALWAYS", "target", "PT1H", "unit", "ELAPSED");
        Map<String, Object> policy =
                Map.of("platform", "huijin", "calendar", "cn-24x7", "clocks", Collections.nCopies(10_000, rule));

        assertThat(read(policy).problems()).extracting(Problem::pointer).contains("/clocks");
        assertThat(read(policy).problems()).hasSizeLessThan(3);
    }

    @Test
    void targetsThatNoWorkingTimeReachesAreRefused() {
        for (ClockRule rule : List.of(
                ClockRule.of(Metric.RESOLUTION, Target.workingTime(Duration.ofHours(1))),
                ClockRule.of(Metric.RESOLUTION, Target.workingDays(1)),
                ClockRule.of(Metric.RESOLUTION, Target.naturalDays(1)))) {
            Policy policy = new Policy("huijin", 1, "closed", List.of(rule));

            assertThat(read(PolicyDocument.write(policy)).problems())
                    .extracting(Problem::pointer, Problem::code)
                    .containsExactly(tuple("/clocks/0/target", "unreachable"));
        }
        ClockRule unrolled =
                ClockRule.of(Metric.RESOLUTION, Target.naturalDays(1)).withoutRolling();
        assertThat(PolicyCheck.of(
                        new Policy("huijin", 1, "closed", List.of(unrolled)),
                        calendar("closed").orElseThrow()))
                .isEmpty();
    }

    @Test
    void aRefusedDocumentTakenForGrantedSaysWhatIsWrongWithIt() {
        assertThatThrownBy(() -> read(Map.of()).orElseThrow())
                .isInstanceOf(RefusedDocumentException.class)
                .hasMessageContaining("/platform");
    }
}
