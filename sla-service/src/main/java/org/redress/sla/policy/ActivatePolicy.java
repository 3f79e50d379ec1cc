package org.redress.sla.policy;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.redress.deadline.policy.Policy;
import org.redress.service.problem.FieldError;
import org.redress.service.problem.ProblemException;

/** Stores a policy as the next version of its platform and tells others, in one transaction. */
@ApplicationScoped
class ActivatePolicy {
    /** A policy's number when the platform leaves the choice to us. */
    static final int NEXT_VERSION = 0;

    private final PolicyRepository policies;
    private final PolicyDocuments documents;
    private final PolicyPublisher publisher;

    ActivatePolicy(PolicyRepository policies, PolicyDocuments documents, PolicyPublisher publisher) {
        this.policies = policies;
        this.documents = documents;
        this.publisher = publisher;
    }

    /**
     * Activates a policy that was found to be right.
     *
     * @param version {@link #NEXT_VERSION}, or exactly the next one
     * @param activeFrom from when complaints fall under it; null: from now on
     * @throws ProblemException 409 when the version is not the next one, 422 when {@code activeFrom} has passed
     */
    @Transactional
    StoredPolicy activate(Policy policy, int version, @Nullable Instant activeFrom, String by) {
        int next = policies.holdLastVersion(policy.platform()) + 1;
        if (version != NEXT_VERSION && version != next) {
            throw ProblemException.conflict("the next version is " + next);
        }
        Instant now = policies.now();
        if (activeFrom != null && activeFrom.isBefore(now)) {
            throw ProblemException.invalid(new FieldError(
                    "/activeFrom", "range", "not before now: complaints that are filed keep their policy"));
        }
        return store(policy.withVersion(next), activeFrom == null ? now : activeFrom, by);
    }

    /** Activates a policy as version 1 from the beginning, unless the platform has any policy. */
    @Transactional
    void activateFirst(Policy policy, String by) {
        if (policies.holdLastVersion(policy.platform()) == 0) {
            store(policy.withVersion(1), policies.now(), by);
        }
    }

    private StoredPolicy store(Policy policy, Instant activeFrom, String by) {
        StoredPolicy stored =
                policies.insert(policy.platform(), policy.version(), documents.write(policy), activeFrom, by);
        publisher.activated(stored);
        return stored;
    }
}
