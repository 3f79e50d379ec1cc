package org.redress.sla.migration;

import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.scheduler.Scheduled;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.redress.sla.background.WorkInSets;
import org.redress.sla.complaint.MoveComplaints;
import org.redress.sla.complaint.MoveComplaints.Target;
import org.redress.sla.migration.Migration.CaseState;
import org.redress.sla.migration.MigrationCaseRepository.Done;
import org.redress.sla.policy.PolicyRepository;

/**
 * Works off running migrations in sets; several instances share the complaints of one. A complaint that fails is noted with its
 * reason and is as it was.
 */
@ApplicationScoped
class RunMigrations {
    private static final int AT_ONCE = 100;

    private final MigrationRepository migrations;
    private final MigrationCaseRepository cases;
    private final MoveComplaints move;
    private final PolicyRepository policies;

    RunMigrations(
            MigrationRepository migrations,
            MigrationCaseRepository cases,
            MoveComplaints move,
            PolicyRepository policies) {
        this.migrations = migrations;
        this.cases = cases;
        this.move = move;
        this.policies = policies;
    }

    @Scheduled(
            every = "{redress.sla.watch.tick}",
            concurrentExecution = Scheduled.ConcurrentExecution.SKIP,
            skipExecutionIf = Scheduled.ApplicationNotRunning.class)
    void work() {
        List<Migration> running = QuarkusTransaction.requiringNew().call(migrations::running);
        running.forEach(this::workOff);
        if (!running.isEmpty()) {
            QuarkusTransaction.requiringNew().run(migrations::finish);
        }
    }

    private void workOff(Migration migration) {
        var sets = new WorkInSets("migration " + migration.id(), AT_ONCE, new Cases(migration));
        boolean more;
        do {
            more = sets.next();
        } while (more);
    }

    private final class Cases implements WorkInSets.Backlog {
        private final Migration migration;

        Cases(Migration migration) {
            this.migration = migration;
        }

        @Override
        public List<UUID> claim(int limit) {
            return cases.claim(migration.id(), limit);
        }

        @Override
        public void workOn(List<UUID> complaints) {
            moveAndNote(migration, complaints, policies.now());
        }

        @Override
        public void passOver(UUID complaint, String reason) {
            cases.done(migration.id(), List.of(new Done(complaint, CaseState.FAILED, reason)));
        }
    }

    private void moveAndNote(Migration migration, List<UUID> complaints, Instant at) {
        var target = new Target(migration.platform(), migration.toVersion(), migration.fromVersions(), at);
        List<Done> done = new ArrayList<>();
        Set<UUID> left = new HashSet<>(complaints);
        move.move(complaints, target, migration.id()).forEach(outcome -> {
            left.remove(outcome.complaintId());
            String failure = outcome.failure();
            done.add(
                    failure == null
                            ? new Done(outcome.complaintId(), CaseState.MOVED, null)
                            : new Done(outcome.complaintId(), CaseState.FAILED, WorkInSets.shortened(failure)));
        });
        left.forEach(complaint -> done.add(new Done(complaint, CaseState.LEFT_OUT, null)));
        cases.done(migration.id(), done);
    }
}
