package org.redress.sla.rebuild;

import io.quarkus.scheduler.Scheduled;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;
import org.redress.sla.background.WorkInSets;
import org.redress.sla.complaint.RebuildClocks;
import org.redress.sla.complaint.RebuildClocks.Outcome;
import org.redress.sla.complaint.RebuildClocks.Scope;

/**
 * Works on rebuilds in the background: one batch a transaction, with the order's row locked, so that instances share the orders
 * and never the same one. Batch, differences and progress commit together: whatever crashes, the next batch goes on behind the
 * last one that committed. Works for a part of each second only, so that clocks that are due come first.
 */
@ApplicationScoped
class RunRebuilds {
    private static final Logger LOG = Logger.getLogger(RunRebuilds.class);

    private final RebuildRepository rebuilds;
    private final RebuildClocks clocks;
    private final int batch;
    private final Duration budget;

    RunRebuilds(
            RebuildRepository rebuilds,
            RebuildClocks clocks,
            @ConfigProperty(name = "redress.sla.rebuild.batch", defaultValue = "100") int batch,
            @ConfigProperty(name = "redress.sla.rebuild.budget", defaultValue = "PT0.4S") Duration budget) {
        this.rebuilds = rebuilds;
        this.clocks = clocks;
        this.batch = batch;
        this.budget = budget;
    }

    @Scheduled(
            every = "{redress.sla.watch.tick}",
            concurrentExecution = Scheduled.ConcurrentExecution.SKIP,
            skipExecutionIf = Scheduled.ApplicationNotRunning.class)
    void work() {
        long started = System.nanoTime();
        var sets = new WorkInSets("rebuild", batch, new Orders());
        boolean more;
        do {
            more = sets.next();
        } while (more && System.nanoTime() - started < budget.toNanos());
    }

    /** The complaints of the oldest order that nobody else works on. */
    private final class Orders implements WorkInSets.Backlog {
        private @Nullable Rebuild order;

        @Override
        public List<UUID> claim(int limit) {
            for (Optional<Rebuild> next = rebuilds.claim(); next.isPresent(); next = rebuilds.claim()) {
                order = next.get();
                List<UUID> complaints = clocks.next(scope(next.get(), limit));
                if (!complaints.isEmpty()) {
                    return complaints;
                }
                rebuilds.end(next.get().id(), "DONE");
                LOG.infof("rebuild %s is done", next.get().id());
            }
            return List.of();
        }

        @Override
        public void workOn(List<UUID> complaints) {
            Rebuild at = Objects.requireNonNull(order);
            Outcome outcome = clocks.rebuild(complaints, at.dryRun());
            rebuilds.note(at.id(), outcome.differences());
            rebuilds.advance(at.id(), complaints.get(complaints.size() - 1), outcome);
        }

        @Override
        public void passOver(UUID complaint, String reason) {
            rebuilds.advance(Objects.requireNonNull(order).id(), complaint, new Outcome(1, 1, List.of()));
        }
    }

    private static Scope scope(Rebuild order, int limit) {
        return new Scope(order.allPlatforms() ? null : order.platform(), order.complaintId(), order.afterId(), limit);
    }
}
