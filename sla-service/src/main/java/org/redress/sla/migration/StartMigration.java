package org.redress.sla.migration;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.util.Set;
import java.util.UUID;
import org.redress.service.id.Ids;
import org.redress.service.problem.ProblemException;
import org.redress.sla.policy.PolicyRepository;
import org.redress.sla.wording.Wording;

/** Starts and stops migrations. What is to be moved is decided at the start: complaints filed later are not in it. */
@ApplicationScoped
class StartMigration {
    private final MigrationRepository migrations;
    private final MigrationChecks checks;
    private final PolicyRepository policies;
    private final Wording wording;

    StartMigration(MigrationRepository migrations, MigrationChecks checks, PolicyRepository policies, Wording wording) {
        this.migrations = migrations;
        this.checks = checks;
        this.policies = policies;
        this.wording = wording;
    }

    /**
     * Starts.
     *
     * @throws ProblemException 409 while another migration of the platform runs, 422 with every wrong field
     */
    @Transactional
    Migration start(String platform, MigrationRequest request, String by) {
        policies.hold(platform);
        Set<Integer> from = checks.check(platform, request, true);
        migrations.running(platform).ifPresent(id -> {
            throw ProblemException.conflict(wording.text("migration.running", id));
        });
        UUID id = Ids.next();
        migrations.insert(id, platform, request.toVersion(), from, String.valueOf(request.reason()), by);
        return migrations.find(platform, id).orElseThrow();
    }

    /**
     * Stops; what is moved stays moved.
     *
     * @throws ProblemException 404 when it is absent, 409 when it has ended
     */
    @Transactional
    Migration stop(String platform, UUID id) {
        if (migrations.find(platform, id).isEmpty()) {
            throw ProblemException.notFound();
        }
        if (!migrations.stop(id)) {
            throw ProblemException.conflict(wording.text("migration.over"));
        }
        return migrations.find(platform, id).orElseThrow();
    }
}
