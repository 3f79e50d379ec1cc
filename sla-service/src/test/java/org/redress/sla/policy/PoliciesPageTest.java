package org.redress.sla.policy;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.redress.deadline.complaint.Severity;
import org.redress.deadline.policy.ClockRule;
import org.redress.deadline.policy.Condition;
import org.redress.deadline.policy.LevelKind;
import org.redress.deadline.policy.Metric;
import org.redress.deadline.policy.Policy;
import org.redress.deadline.policy.Target;
import org.redress.deadline.policy.Unit;

/** The numbers on docs/sla/policies.md are those of the shipped files, all of them, each with where it comes from. */
class PoliciesPageTest {
    private static final Path PAGE = Path.of("../docs/sla/policies.md");
    private static final int LAW_DAYS = 15;

    @Test
    void everyNumberOfTheFilesIsOnThePageAndNoOther() throws IOException {
        List<String> expected = new ArrayList<>();
        for (Metric metric : Metric.values()) {
            for (Condition when : cases(metric)) {
                String numbers = ShippedPolicies.PLATFORMS.stream()
                        .map(platform -> inWords(rule(platform, metric, when).target()))
                        .collect(Collectors.joining(" | "));
                expected.add(metric + " | " + severity(when) + " | " + numbers);
            }
        }

        assertThat(rows())
                .extracting(row -> String.join(" | ", row.subList(0, 7)))
                .containsExactlyElementsOf(expected);
        assertThat(rows()).allSatisfy(row -> assertThat(row.get(7)).matches("(profile|law|ours|R[0-9]{2}|12315).*"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"huijin", "kameng", "qihui", "kamen", "wangwang"})
    void noRemedyTakesLongerThanTheLawAllows(String platform) {
        assertThat(ShippedPoliciesTest.policy(platform).clocks())
                .filteredOn(rule -> rule.metric() == Metric.REMEDY)
                .isNotEmpty()
                .allSatisfy(rule -> {
                    assertThat(rule.unit()).isEqualTo(Unit.NATURAL_DAYS);
                    assertThat(rule.target().amount()).isLessThanOrEqualTo(LAW_DAYS);
                    assertThat(rule.rollForward()).isFalse();
                    assertThat(rule.pauseOn()).isEmpty();
                });
    }

    @ParameterizedTest
    @ValueSource(strings = {"huijin", "kameng", "qihui", "kamen", "wangwang"})
    void windowsRemindTheComplainantAndEveryPauseHasACap(String platform) {
        assertThat(ShippedPoliciesTest.policy(platform).clocks())
                .allSatisfy(rule -> assertThat(rule.pauseOn().isEmpty()).isEqualTo(rule.pauseCap() == null))
                .filteredOn(rule -> rule.metric().isWindow())
                .hasSizeGreaterThanOrEqualTo(3)
                .allSatisfy(rule -> assertThat(rule.levels())
                        .allMatch(level -> level.to().equals("COMPLAINANT"))
                        .anyMatch(level -> level.kind() == LevelKind.WARNING));
    }

    @Test
    void kamengWarnsAtThreeOfSevenWorkingDays() {
        assertThat(rule("kameng", Metric.RESOLUTION, Condition.ALWAYS).levels().get(0))
                .satisfies(level -> assertThat(level.at().text()).isEqualTo("43%"))
                .satisfies(level -> assertThat(level.kind()).isEqualTo(LevelKind.WARNING));
    }

    private static List<Condition> cases(Metric metric) {
        List<List<Condition>> perPlatform = ShippedPolicies.PLATFORMS.stream()
                .map(platform -> ShippedPoliciesTest.policy(platform).clocks().stream()
                        .filter(rule -> rule.metric() == metric)
                        .map(ClockRule::when)
                        .toList())
                .distinct()
                .toList();
        assertThat(perPlatform).as("%s for the same cases everywhere", metric).hasSize(1);
        return perPlatform.get(0);
    }

    private static ClockRule rule(String platform, Metric metric, Condition when) {
        Policy policy = ShippedPoliciesTest.policy(platform);
        return policy.clocks().stream()
                .filter(rule -> rule.metric() == metric && rule.when().equals(when))
                .findFirst()
                .orElseThrow();
    }

    private static String severity(Condition when) {
        return when.isAlways()
                ? "others"
                : when.severity().stream().map(Severity::name).collect(Collectors.joining(", "));
    }

    private static String inWords(Target target) {
        long amount = target.amount();
        return switch (target.unit()) {
            case ELAPSED -> amount % 3600 == 0 ? amount / 3600 + " h" : amount / 60 + " min";
            case WORKING_TIME -> amount / 3600 + " working hours";
            case WORKING_DAYS -> amount + (amount == 1 ? " working day" : " working days");
            case NATURAL_DAYS -> amount + " days";
        };
    }

    private static List<List<String>> rows() throws IOException {
        String page = Files.readString(PAGE);
        String table = page.substring(page.indexOf("| metric |"), page.indexOf("<!-- end of numbers -->"));
        return table.lines()
                .skip(2)
                .filter(line -> line.startsWith("|"))
                .map(line -> Arrays.stream(line.split("\\|"))
                        .map(String::strip)
                        .skip(1)
                        .toList())
                .toList();
    }
}
