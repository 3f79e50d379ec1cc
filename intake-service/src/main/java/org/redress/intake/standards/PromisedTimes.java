package org.redress.intake.standards;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.redress.deadline.complaint.CaseFacts;
import org.redress.deadline.policy.Metric;
import org.redress.deadline.policy.Policy;
import org.redress.intake.complaint.Promise;
import org.redress.intake.standards.PoliciesInForce.InForce;
import org.redress.intake.standards.PoliciesInForce.Moment;

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
     * @param at when: the transaction's time on the database's clock
     * @param policyVersion null while the platform has no policy in force
     */
    public record Promised(Instant at, @Nullable Integer policyVersion, List<Promise> promises) {}

    /** What a case that is filed now is promised. */
    public Promised atFiling(String platform, CaseFacts facts) {
        Moment now = policies.now(platform);
        InForce inForce = now.policy();
        return inForce == null ? new Promised(now.at(), null, List.of()) : promised(now.at(), inForce, facts);
    }

    private static Promised promised(Instant at, InForce inForce, CaseFacts facts) {
        List<Promise> promises = FROM_FILING_ON.stream()
                .flatMap(metric -> promise(inForce.policy(), metric, facts))
                .toList();
        return new Promised(at, inForce.version(), promises);
    }

    private static Stream<Promise> promise(Policy policy, Metric metric, CaseFacts facts) {
        return policy.ruleFor(metric, facts).stream()
                .map(choice -> Promise.atFiling(
                        metric, choice.rule().target().iso(), choice.rule().unit()));
    }
}
