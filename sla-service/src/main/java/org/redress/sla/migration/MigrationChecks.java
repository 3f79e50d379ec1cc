package org.redress.sla.migration;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import org.redress.service.problem.FieldError;
import org.redress.service.problem.ProblemException;
import org.redress.sla.policy.PolicyRepository;
import org.redress.sla.policy.PolicyState;
import org.redress.sla.wording.Wording;

/** What must hold of a migration before anything is moved. */
@ApplicationScoped
class MigrationChecks {
    private static final int VERSIONS_AT_MOST = 50;
    private static final int LONGEST_REASON = 500;

    private final PolicyRepository policies;
    private final Wording wording;

    MigrationChecks(PolicyRepository policies, Wording wording) {
        this.policies = policies;
        this.wording = wording;
    }

    /**
     * The versions to move away from, null for any.
     *
     * @param toRun whether the migration is to run, and not only to be looked at
     * @throws ProblemException 422 with every wrong field
     */
    @Nullable
    Set<Integer> check(String platform, MigrationRequest request, boolean toRun) {
        List<FieldError> errors = new ArrayList<>();
        target(platform, request.toVersion(), errors);
        Set<Integer> from = request.fromVersions() == null ? null : new TreeSet<>(request.fromVersions());
        if (from != null && !fits(platform, request, from)) {
            errors.add(wording.of("/fromVersions", "value", "from.versions"));
        }
        String reason = request.reason();
        boolean said = reason != null && !reason.isBlank() && reason.length() <= LONGEST_REASON;
        if (toRun && !said) {
            errors.add(wording.of("/reason", reason == null ? "required" : "length", "reason.length"));
        }
        if (!errors.isEmpty()) {
            throw ProblemException.invalid(errors);
        }
        return from;
    }

    private void target(String platform, int version, List<FieldError> errors) {
        Optional<PolicyState> state = policies.state(platform, version);
        if (state.isEmpty()) {
            errors.add(wording.of("/toVersion", "unknown", "version.unknown"));
        } else if (state.get() == PolicyState.RETIRED) {
            errors.add(wording.of("/toVersion", "conflict", "version.retiredTarget"));
        } else if (state.get() == PolicyState.DRAFT) {
            errors.add(wording.of("/toVersion", "conflict", "version.draft"));
        }
    }

    private boolean fits(String platform, MigrationRequest request, Set<Integer> from) {
        return !from.isEmpty()
                && from.size() <= VERSIONS_AT_MOST
                && from.size()
                        == (request.fromVersions() == null
                                ? 0
                                : request.fromVersions().size())
                && !from.contains(request.toVersion())
                && from.stream()
                        .allMatch(version -> policies.state(platform, version).isPresent());
    }
}
