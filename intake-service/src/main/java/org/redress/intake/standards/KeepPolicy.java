package org.redress.intake.standards;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Instant;
import org.redress.intake.standards.PolicyRepository.StoredPolicy;

/** Keeps the policies that sla-service activates. */
@ApplicationScoped
public class KeepPolicy {
    private final PolicyRepository policies;
    private final PolicyReader reader;

    KeepPolicy(PolicyRepository policies, PolicyReader reader) {
        this.policies = policies;
        this.reader = reader;
    }

    /**
     * Keeps a version of a platform's policy. Needs a running transaction.
     *
     * @param document the policy as JSON
     * @throws IllegalArgumentException if the document is no policy, or another platform's
     */
    @Transactional(Transactional.TxType.MANDATORY)
    public void keep(String platform, int version, Instant activeFrom, String document) {
        if (!reader.read(document).platform().equals(platform)) {
            throw new IllegalArgumentException("the policy is another platform's");
        }
        policies.insert(new StoredPolicy(platform, version, activeFrom, document));
    }
}
