package org.redress.intake.standards;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.redress.deadline.complaint.CaseFacts;
import org.redress.deadline.complaint.Category;
import org.redress.deadline.complaint.Severity;
import org.redress.deadline.policy.Metric;
import org.redress.deadline.policy.Policy;
import org.redress.deadline.policy.RuleChoice;
import org.redress.intake.platform.PlatformProfile;
import org.redress.intake.platform.PlatformRepository;
import org.redress.intake.standards.PoliciesInForce.InForce;
import org.redress.intake.standards.Standards.Standard;
import org.redress.service.problem.Languages;

/** Puts a platform's profile and policy into words for everyone. */
@ApplicationScoped
class PublishedStandards {
    private static final String TEXTS = "org.redress.intake.standards.standards";

    private final PlatformRepository platforms;
    private final PoliciesInForce policies;

    PublishedStandards(PlatformRepository platforms, PoliciesInForce policies) {
        this.platforms = platforms;
        this.policies = policies;
    }

    /**
     * The standards of a platform.
     *
     * @param category null for all of them
     */
    Optional<Standards> of(String platform, @Nullable Category category) {
        return platforms.find(platform).map(profile -> standards(profile, category));
    }

    private Standards standards(PlatformProfile profile, @Nullable Category category) {
        Optional<InForce> inForce = policies.of(profile.id());
        return new Standards(
                profile.id(),
                profile.names(),
                texts("guidance"),
                inForce.map(InForce::version).orElse(null),
                inForce.map(InForce::activeFrom).orElse(null),
                inForce.map(policy -> times(policy.policy(), category)).orElse(List.of()),
                profile);
    }

    private static List<Standard> times(Policy policy, @Nullable Category only) {
        List<Standard> standards = new ArrayList<>();
        for (Metric metric : Metric.values()) {
            for (Severity severity : Severity.values()) {
                CaseFacts general = CaseFacts.of(severity);
                if (only != null) {
                    policy.ruleFor(metric, general.withCategory(only))
                            .ifPresent(choice -> standards.add(standard(metric, only, severity, choice)));
                } else {
                    allCategories(policy, metric, severity).forEach(standards::add);
                }
            }
        }
        return List.copyOf(standards);
    }

    /** The general standard, and those of the categories that have another. */
    private static Stream<Standard> allCategories(Policy policy, Metric metric, Severity severity) {
        CaseFacts facts = CaseFacts.of(severity);
        Optional<RuleChoice> general = policy.ruleFor(metric, facts);
        int usual = general.map(RuleChoice::index).orElse(-1);
        Stream<Standard> others = Arrays.stream(Category.values())
                .flatMap(category -> policy.ruleFor(metric, facts.withCategory(category)).stream()
                        .filter(choice -> choice.index() != usual)
                        .map(choice -> standard(metric, category, severity, choice)));
        return Stream.concat(general.stream().map(choice -> standard(metric, null, severity, choice)), others);
    }

    private static Standard standard(Metric metric, @Nullable Category category, Severity severity, RuleChoice choice) {
        String unit = choice.rule().unit().name();
        return new Standard(
                metric.name(),
                texts("metric." + metric.name()),
                category == null ? null : category.name(),
                severity.name(),
                choice.rule().target().iso(),
                unit,
                texts("unit." + unit),
                metric.isWindow() ? "COMPLAINANT" : "US");
    }

    private static Map<String, String> texts(String key) {
        return Map.of(
                "zh-CN", Languages.texts(TEXTS, Languages.CHINESE).getString(key),
                "en", Languages.texts(TEXTS, Locale.ENGLISH).getString(key));
    }
}
