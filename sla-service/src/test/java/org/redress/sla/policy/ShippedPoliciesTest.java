package org.redress.sla.policy;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.EnumSet;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.redress.deadline.complaint.CaseFacts;
import org.redress.deadline.complaint.Severity;
import org.redress.deadline.policy.ClockRule;
import org.redress.deadline.policy.LevelKind;
import org.redress.deadline.policy.Metric;
import org.redress.deadline.policy.Policy;
import org.redress.sla.calendar.ShippedCalendarsAccess;

class ShippedPoliciesTest {
    @ParameterizedTest
    @CsvSource({
        "huijin, FIRST_RESPONSE, NORMAL, PT48H, ELAPSED",
        "huijin, RESOLUTION, URGENT, PT24H, ELAPSED",
        "huijin, FREEZE, CRITICAL, PT5M, ELAPSED",
        "kameng, RESOLUTION, NORMAL, P7D, WORKING_DAYS",
        "qihui, RESOLUTION, NORMAL, P7D, WORKING_DAYS",
        "qihui, RESOLUTION, URGENT, P7D, WORKING_DAYS",
        "kamen, FIRST_RESPONSE, NORMAL, PT24H, ELAPSED",
        "wangwang, FIRST_RESPONSE, NORMAL, PT24H, ELAPSED"
    })
    void theProfilesPromiseWhatTheGuidesSay(
            String platform, Metric metric, Severity severity, String target, String unit) {
        ClockRule rule = rule(platform, metric, severity);

        assertThat(rule.target().iso()).isEqualTo(target);
        assertThat(rule.unit().name()).isEqualTo(unit);
    }

    @ParameterizedTest
    @MethodSource("platforms")
    void everySeverityHasAFirstResponseAndAResolutionThatWarnAndEscalate(String platform) {
        for (Metric metric : List.of(Metric.FIRST_RESPONSE, Metric.RESOLUTION)) {
            for (Severity severity : Severity.values()) {
                assertThat(rule(platform, metric, severity).levels())
                        .extracting(level -> level.kind())
                        .containsAll(EnumSet.of(LevelKind.WARNING, LevelKind.BREACH, LevelKind.ESCALATION));
            }
        }
    }

    @ParameterizedTest
    @MethodSource("platforms")
    void everyMetricHasADefault(String platform) {
        Policy policy = policy(platform);

        assertThat(policy.clocks().stream()
                        .filter(rule -> rule.when().isAlways())
                        .map(ClockRule::metric))
                .containsExactlyInAnyOrder(Metric.values());
    }

    static Stream<String> platforms() {
        return ShippedPolicies.PLATFORMS.stream();
    }

    private static ClockRule rule(String platform, Metric metric, Severity severity) {
        return policy(platform)
                .ruleFor(metric, CaseFacts.of(severity))
                .orElseThrow()
                .rule();
    }

    static Policy policy(String platform) {
        String document = ShippedPolicies.document(platform);
        return PolicyDocuments.read(
                document,
                ShippedCalendarsAccess.shipped(
                        String.valueOf(PolicyDocuments.map(document).get("calendar"))));
    }
}
