package org.redress.intake.evidence;

import io.quarkus.scheduler.Scheduled;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.stream.Stream;
import org.jboss.logging.Logger;
import org.redress.intake.filestore.FileStore;
import org.redress.intake.filestore.FileStoreException;
import org.redress.intake.filestore.Sha256;

/**
 * Deletes files that no row names: of uploads whose process died in between, or whose complaint is gone. A file that was kept lately is left alone, its row may be on its way. Every instance may do it
 * at once.
 */
@ApplicationScoped
class SweepOrphans {
    private static final Logger LOG = Logger.getLogger(SweepOrphans.class);
    private static final int AT_ONCE = 500;

    private final FileStore files;
    private final StoredContent content;
    private final EvidenceMetrics metrics;
    private final EvidenceConfig config;
    private final Clock clock;

    SweepOrphans(FileStore files, StoredContent content, EvidenceMetrics metrics, EvidenceConfig config, Clock clock) {
        this.files = files;
        this.content = content;
        this.metrics = metrics;
        this.config = config;
        this.clock = clock;
    }

    /** Sweeps regularly; a store or a database that is away is swept the next time. */
    @Scheduled(
            every = "{redress.intake.evidence.orphan-sweep}",
            delayed = "{redress.intake.evidence.orphan-sweep}",
            concurrentExecution = Scheduled.ConcurrentExecution.SKIP,
            skipExecutionIf = Scheduled.ApplicationNotRunning.class)
    void sweep() {
        try {
            long deleted = sweep(clock.instant().minus(config.orphanAge()));
            if (deleted > 0) {
                LOG.infof("deleted %d files that no evidence names", deleted);
            }
        } catch (FileStoreException e) {
            LOG.warn("orphaned files could not be swept", e);
        }
    }

    /**
     * Sweeps once.
     *
     * @param before only files last kept before that
     * @return how many were deleted
     */
    long sweep(Instant before) {
        long found = 0;
        long deleted = 0;
        try (Stream<Sha256> old = files.olderThan(before)) {
            Iterator<Sha256> each = old.iterator();
            List<Sha256> some = new ArrayList<>(AT_ONCE);
            while (each.hasNext()) {
                some.add(each.next());
                found++;
                if (some.size() == AT_ONCE || !each.hasNext()) {
                    deleted += content.unnamed(some).stream()
                            .filter(content::deleteUnnamed)
                            .count();
                    some.clear();
                }
            }
        }
        metrics.swept(found, deleted);
        return deleted;
    }
}
