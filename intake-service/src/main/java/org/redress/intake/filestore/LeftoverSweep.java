package org.redress.intake.filestore;

import io.quarkus.scheduler.Scheduled;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import org.jboss.logging.Logger;

/** Removes what uploads left behind whose process ended. Every instance may do it at once. */
@ApplicationScoped
public class LeftoverSweep {
    private static final Logger LOG = Logger.getLogger(LeftoverSweep.class);

    private final FileStore files;
    private final FilesConfig config;
    private final Clock clock;

    LeftoverSweep(FileStore files, FilesConfig config, Clock clock) {
        this.files = files;
        this.config = config;
        this.clock = clock;
    }

    /** Sweeps at the start and then regularly. */
    @Scheduled(
            every = "{redress.intake.files.leftover-sweep}",
            concurrentExecution = Scheduled.ConcurrentExecution.SKIP,
            skipExecutionIf = Scheduled.ApplicationNotRunning.class)
    void sweep() {
        try {
            int removed = files.sweepLeftovers(clock.instant().minus(config.leftoverAge()));
            if (removed > 0) {
                LOG.infof("removed %d leftovers of uploads that were cut off by an end of their process", removed);
            }
        } catch (FileStoreException e) {
            LOG.warn("leftovers of uploads could not be swept", e);
        }
    }
}
