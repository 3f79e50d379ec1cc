package org.redress.sla.policy;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import org.redress.service.problem.ProblemException;
import org.redress.sla.policy.PolicyAnswers.DifferencesAnswer;

/** Says what differs between two versions of a platform. */
@ApplicationScoped
class ComparePolicies {
    private final PolicyVersionRepository versions;
    private final PolicyRepository policies;

    ComparePolicies(PolicyVersionRepository versions, PolicyRepository policies) {
        this.versions = versions;
        this.policies = policies;
    }

    /**
     * Compares.
     *
     * @throws ProblemException 404 when one of them is absent
     */
    @Transactional
    DifferencesAnswer compare(String platform, int from, int to) {
        PolicyInForce before = policies.version(platform, from).orElseThrow(ProblemException::notFound);
        PolicyInForce after = policies.version(platform, to).orElseThrow(ProblemException::notFound);
        return new DifferencesAnswer(
                from,
                to,
                calendar(platform, before),
                calendar(platform, after),
                PolicyDifferences.between(before.policy(), after.policy()));
    }

    private String calendar(String platform, PolicyInForce policy) {
        return policy.calendar().id() + "/"
                + versions.find(platform, policy.version()).orElseThrow().calendarVersion();
    }
}
