package org.redress.intake.standards;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.jboss.logging.Logger;
import org.redress.deadline.policy.Policy;
import org.redress.intake.standards.PolicyRepository.StoredPolicy;

/**
 * The policy that holds for what is filed now. Which version that is, is asked of the database each time; a version that
 * was read is kept, since it never changes. Thread safe.
 */
@ApplicationScoped
class PoliciesInForce {
    private static final Logger LOG = Logger.getLogger(PoliciesInForce.class);

    private final PolicyRepository policies;
    private final PolicyReader reader;
    private final Map<String, InForce> latest = new ConcurrentHashMap<>();

    PoliciesInForce(PolicyRepository policies, PolicyReader reader) {
        this.policies = policies;
        this.reader = reader;
    }

    /** A policy that is in force. */
    record InForce(int version, Instant activeFrom, Policy policy) {}

    /** The platform's policy; nothing while none was activated. */
    Optional<InForce> of(String platform) {
        return policies.inForce(platform).flatMap(this::read);
    }

    /** A document that cannot be read promises nothing, but keeps nobody from filing. */
    private Optional<InForce> read(StoredPolicy stored) {
        InForce known = latest.get(stored.platform());
        if (known != null && known.version() == stored.version()) {
            return Optional.of(known);
        }
        try {
            var read = new InForce(stored.version(), stored.activeFrom(), reader.read(stored.document()));
            latest.put(stored.platform(), read);
            return Optional.of(read);
        } catch (IllegalArgumentException e) {
            LOG.errorf("policy %d of %s cannot be read", stored.version(), stored.platform());
            return Optional.empty();
        }
    }
}
