package org.redress.intake.content;

import io.quarkus.scheduler.Scheduled;
import jakarta.annotation.PreDestroy;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/**
 * Cleans files in processes of their own: few at a time, each with bounded memory and time, so that no file can do harm to
 * the service or to the next file. Thread-safe.
 */
@ApplicationScoped
public class CleaningProcesses {
    private static final Logger LOG = Logger.getLogger(CleaningProcesses.class);
    /** So many files before its end its successor is started: a process that is first needed when it starts keeps many waiting. */
    private static final int SUCCESSOR_BEFORE = 50;

    private final ContentConfig config;
    private final Semaphore turns;
    private final Deque<Idle> idle = new ArrayDeque<>();

    CleaningProcesses(ContentConfig config) {
        this.config = config;
        turns = new Semaphore(config.processes(), true);
    }

    private record Idle(CleaningProcess process, long since) {}

    /**
     * Makes the cleaned copy of a file.
     *
     * @param copy a path of which there is no file; the caller deletes it
     * @return what became of it
     * @throws InspectionUnavailableException files cannot be cleaned at the moment
     */
    CleaningAnswer clean(ContentType type, Path original, Path copy) {
        try {
            if (!turns.tryAcquire(config.patience().toMillis(), TimeUnit.MILLISECONDS)) {
                throw new InspectionUnavailableException("too many files wait to be cleaned", null);
            }
            try {
                CleaningAnswer answer = attempt(take(), type, original, copy);
                // A process may end for reasons of the machine; that a fresh one does, too, is the file's doing.
                return answer != null ? answer : orTooComplex(attempt(start(), type, original, copy));
            } finally {
                turns.release();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new InspectionUnavailableException("interrupted", e);
        }
    }

    /** Ends processes that had nothing to do for long. */
    @Scheduled(every = "{redress.intake.content.idle-check}", skipExecutionIf = Scheduled.ApplicationNotRunning.class)
    void endIdle() {
        synchronized (idle) {
            long now = System.nanoTime();
            idle.removeIf(each -> {
                boolean old = now - each.since() > config.idle().toNanos();
                if (old) {
                    each.process().close();
                }
                return old;
            });
        }
    }

    @PreDestroy
    void endAll() {
        synchronized (idle) {
            idle.forEach(each -> each.process().close());
            idle.clear();
        }
    }

    /** {@code null}: the process ended of itself, for no reason that is known to be the file's. */
    private @Nullable CleaningAnswer attempt(CleaningProcess process, ContentType type, Path original, Path copy)
            throws InterruptedException {
        boolean reusable = false;
        try {
            String answer = process.clean(type, original, copy, config.timeLimit());
            boolean ended = CleaningProcess.ENDED.equals(answer);
            if (answer != null && !ended) {
                reusable = process.files() < config.filesAProcess();
                return CleaningAnswer.of(answer);
            }
            if (!ended || process.ranOutOfMemory()) {
                LOG.infof("a file of type %s took too much time or memory", type);
                return CleaningAnswer.TOO_COMPLEX;
            }
            LOG.warnf("a cleaning process ended over a file of type %s", type);
            return null;
        } finally {
            if (reusable) {
                giveBack(process);
                if (process.files() == config.filesAProcess() - SUCCESSOR_BEFORE) {
                    startSuccessor();
                }
            } else {
                process.close();
            }
        }
    }

    private CleaningProcess take() {
        synchronized (idle) {
            for (Idle each = idle.pollLast(); each != null; each = idle.pollLast()) {
                if (each.process().isAlive()) {
                    return each.process();
                }
            }
        }
        return start();
    }

    private CleaningProcess start() {
        try {
            return CleaningProcess.start(CleaningCommand.of(config.heap().asLongValue()));
        } catch (IOException e) {
            throw new InspectionUnavailableException("no process to clean files could be started", e);
        }
    }

    private void giveBack(CleaningProcess process) {
        synchronized (idle) {
            idle.addLast(new Idle(process, System.nanoTime()));
        }
    }

    /** It is taken when no other is idle. If it cannot be started now, that is for whoever needs it to say. */
    private void startSuccessor() {
        try {
            CleaningProcess successor = start();
            synchronized (idle) {
                idle.addFirst(new Idle(successor, System.nanoTime()));
            }
        } catch (InspectionUnavailableException e) {
            LOG.warnf(e, "no process could be started ahead");
        }
    }

    private static CleaningAnswer orTooComplex(@Nullable CleaningAnswer answer) {
        return answer != null ? answer : CleaningAnswer.TOO_COMPLEX;
    }
}
