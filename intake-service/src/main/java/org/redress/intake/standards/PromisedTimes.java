package org.redress.intake.standards;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.redress.deadline.complaint.CaseFacts;
import org.redress.deadline.policy.Metric;
import org.redress.deadline.policy.Policy;
import org.redress.intake.complaint.Promise;
import org.redress.intake.standards.PoliciesInForce.InForce;

/** What a case is promised under the policy in force. */
@ApplicationScoped
public class PromisedTimes {
    private static final List<Metric> FROM_FILING_ON = List.of(Metric.FIRST_RESPONSE, Metric.RESOLUTION);

    private final PoliciesInForce policies;

    PromisedTimes(PoliciesInForce policies) {
        this.policies = policies;
    }

    /**
     * What was promised.
     *
     * @param policyVersion null while the platform has no policy in force
     */
    public record Promised(@Nullable Integer policyVersion, List<Promise> promises) {}

    /** What a case that is filed now is promised. */
    public Promised atFiling(String platform, CaseFacts facts) {
        return policies.of(platform)
                .map(inForce -> promised(inForce, facts))
                .orElseGet(() -> new Promised(null, List.of()));
    }

    private static Promised promised(InForce inForce, CaseFacts facts) {
        List<Promise> promises = FROM_FILING_ON.stream()
                .flatMap(metric -> promise(inForce.policy(), metric, facts))
                .toList();
        return new Promised(inForce.version(), promises);
    }

    private static Stream<Promise> promise(Policy policy, Metric metric, CaseFacts facts) {
        return policy.ruleFor(metric, facts).stream()
                .map(choice -> Promise.atFiling(
                        metric, choice.rule().target().iso(), choice.rule().unit()));
    }
}
