package org.redress.sla.policy;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Instant;
import org.redress.deadline.policy.Policy;
import org.redress.service.problem.ProblemException;
import org.redress.sla.wording.Wording;

/** Stores a policy as the next version of its platform: a draft, or activated. Never edits a version. */
@ApplicationScoped
public class CreatePolicy {
    private final PolicyVersionRepository versions;
    private final PolicyRepository policies;
    private final AnnouncePolicies announce;
    private final ActivationTime time;
    private final Wording wording;

    CreatePolicy(
            PolicyVersionRepository versions,
            PolicyRepository policies,
            AnnouncePolicies announce,
            ActivationTime time,
            Wording wording) {
        this.versions = versions;
        this.policies = policies;
        this.announce = announce;
        this.time = time;
        this.wording = wording;
    }

    /**
     * Stores a policy that was found to be right.
     *
     * @throws ProblemException 409 when the version is not the next one, 422 when {@code activeFrom} has passed
     */
    @Transactional
    StoredPolicy create(NewPolicy policy, String by) {
        String platform = policy.policy().platform();
        int next = versions.holdLastVersion(platform) + 1;
        if (policy.version() != NewPolicy.NEXT_VERSION && policy.version() != next) {
            throw ProblemException.conflict(wording.text("version.next", next));
        }
        Instant from = policy.draft() ? null : time.of(policy.activeFrom(), policies.now());
        store(policy, next, by);
        if (from != null) {
            versions.activate(platform, next, from, by);
            announce.due();
        }
        return versions.find(platform, next).orElseThrow();
    }

    /** Stores a policy as a draft under that number. Joins the transaction, which holds the platform's last version. */
    void store(NewPolicy policy, int version, String by) {
        Policy numbered = policy.policy().withVersion(version);
        versions.insert(policy, version, PolicyDocuments.write(numbered), by);
    }
}
