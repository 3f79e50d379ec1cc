package org.redress.sla.complaint;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.jdbi.v3.core.JdbiException;
import org.jspecify.annotations.Nullable;
import org.redress.sla.policy.PolicyInForce;
import org.redress.sla.policy.PolicyRepository;
import org.redress.sla.policy.PolicyRepository.Filing;

/** Which policy each of some filed complaints falls under. A policy is read once for all its complaints. */
@ApplicationScoped
class PolicyChoice {
    private final PolicyRepository policies;

    /**
     * A version and what could be read of it.
     *
     * @param policy null when it or its calendar cannot be read
     * @param failure why not
     */
    record Choice(
            int version,
            @Nullable PolicyInForce policy,
            @Nullable RuntimeException failure) {}

    private record Version(String platform, int number) {}

    PolicyChoice(PolicyRepository policies) {
        this.policies = policies;
    }

    /** Chooses: the version a complaint has, else the one in force when it was filed; none where there is no policy. */
    Map<Complaint, Choice> of(Collection<Complaint> filed) {
        List<Filing> open = filed.stream()
                .filter(complaint -> complaint.policyVersion() == null)
                .map(PolicyChoice::filing)
                .toList();
        Map<Filing, Integer> inForce = open.isEmpty() ? Map.of() : policies.versionsInForceAt(open);
        var read = new HashMap<Version, Choice>();
        var choices = new HashMap<Complaint, Choice>();
        for (Complaint complaint : filed) {
            Integer version = complaint.policyVersion();
            Integer number = version == null ? inForce.get(filing(complaint)) : version;
            if (number != null) {
                var wanted = new Version(complaint.platform(), number);
                choices.put(complaint, read.computeIfAbsent(wanted, this::read));
            }
        }
        return choices;
    }

    /** Whether a version and its calendar can be read. */
    boolean canBeRead(String platform, int version) {
        return read(new Version(platform, version)).policy() != null;
    }

    /**
     * A version that a complaint was moved away from.
     *
     * @throws java.util.NoSuchElementException when it is not there
     */
    PolicyInForce version(String platform, int version) {
        return policies.version(platform, version).orElseThrow();
    }

    private Choice read(Version version) {
        try {
            Optional<PolicyInForce> policy = policies.version(version.platform(), version.number());
            return new Choice(version.number(), policy.orElseThrow(), null);
        } catch (JdbiException e) {
            throw e;
        } catch (RuntimeException e) {
            return new Choice(version.number(), null, e);
        }
    }

    private static Filing filing(Complaint complaint) {
        return new Filing(complaint.platform(), Objects.requireNonNull(complaint.filedAt()));
    }
}
