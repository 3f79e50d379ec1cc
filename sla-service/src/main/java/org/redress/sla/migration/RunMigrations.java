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
import org.jboss.logging.Logger;
import org.redress.sla.complaint.MoveComplaints;
import org.redress.sla.complaint.MoveComplaints.Target;
import org.redress.sla.migration.Migration.CaseState;
import org.redress.sla.migration.MigrationCaseRepository.Done;
import org.redress.sla.policy.PolicyRepository;

/**
 * Works off running migrations, a set of complaints a transaction: what became of a complaint is written with its clocks, so
 * that a crash loses and repeats nothing and several instances share the work. A set that fails by one complaint is done
 * again one by one; a complaint that fails is noted with its reason and is as it was.
 */
@ApplicationScoped
class RunMigrations {
    private static final Logger LOG = Logger.getLogger(RunMigrations.class);
    private static final int AT_ONCE = 100;
    private static final int LONGEST_REASON = 500;

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
        int done;
        do {
            List<UUID> claimed = new ArrayList<>();
            try {
                done = QuarkusTransaction.requiringNew().call(() -> set(migration, claimed));
            } catch (RuntimeException e) {
                LOG.warnf(e, "migration %s: a set is done again one by one", migration.id());
                claimed.forEach(complaint -> alone(migration, complaint));
                done = claimed.size();
            }
        } while (done > 0);
    }

    private int set(Migration migration, List<UUID> claimed) {
        var claim = cases.claim(migration.id(), AT_ONCE);
        claimed.addAll(claim.complaints());
        if (!claimed.isEmpty()) {
            moveAndNote(migration, claimed, claim.at());
        }
        return claimed.size();
    }

    private void alone(Migration migration, UUID complaint) {
        try {
            QuarkusTransaction.requiringNew().run(() -> {
                if (cases.claimOnly(migration.id(), complaint)) {
                    moveAndNote(migration, List.of(complaint), policies.now());
                }
            });
        } catch (RuntimeException e) {
            LOG.errorf(e, "migration %s: complaint=%s could not be moved", migration.id(), complaint);
            var failed = new Done(complaint, CaseState.FAILED, shortened(String.valueOf(e.getMessage())));
            QuarkusTransaction.requiringNew().run(() -> cases.done(migration.id(), List.of(failed)));
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
                            : new Done(outcome.complaintId(), CaseState.FAILED, shortened(failure)));
        });
        left.forEach(complaint -> done.add(new Done(complaint, CaseState.LEFT_OUT, null)));
        cases.done(migration.id(), done);
    }

    private static String shortened(String reason) {
        return reason.length() <= LONGEST_REASON ? reason : reason.substring(0, LONGEST_REASON);
    }
}
