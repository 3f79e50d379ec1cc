package org.redress.intake.standards;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;
import org.redress.deadline.policy.Policy;
import org.redress.intake.standards.PolicyRepository.Standing;
import org.redress.intake.standards.PolicyRepository.StoredPolicy;

/**
 * The policy that holds for what is filed now. Which version that is, is asked of the database each time; a version that
 * was read is kept, since it never changes, and its document is not fetched again. Thread safe.
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

    /**
     * What holds at a moment.
     *
     * @param at the transaction's time on the database's clock
     * @param policy null while none was activated
     */
    record Moment(Instant at, @Nullable InForce policy) {}

    /** The moment, and the platform's policy at it. */
    Moment now(String platform) {
        Standing standing = policies.standing(platform);
        Integer version = standing.version();
        return new Moment(
                standing.at(), version == null ? null : find(platform, version).orElse(null));
    }

    /** The platform's policy; nothing while none was activated. */
    Optional<InForce> of(String platform) {
        return Optional.ofNullable(now(platform).policy());
    }

    private Optional<InForce> find(String platform, int version) {
        InForce known = latest.get(platform);
        return known != null && known.version() == version
                ? Optional.of(known)
                : policies.find(platform, version).flatMap(this::read);
    }

    /** A document that cannot be read promises nothing, but keeps nobody from filing. */
    private Optional<InForce> read(StoredPolicy stored) {
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
