package org.redress.messaging.inbox;

import java.time.Duration;
import java.util.List;
import java.util.function.BooleanSupplier;
import org.jboss.logging.Logger;
import org.redress.messaging.MessagingConfig;
import org.redress.messaging.UnreadableEventException;
import org.redress.messaging.database.FailureReason;
import org.redress.messaging.database.MessagingDatabase;

/** Brings one record to an end, done or parked, however long the database is away. Used by one reading loop. */
final class OneByOne {
    private static final Logger LOG = Logger.getLogger(OneByOne.class);
    private static final Duration FIRST_PAUSE = Duration.ofMillis(100);

    private final EventTransaction transaction;
    private final MessagingConfig.Consumer settings;
    private final Waiting waiting;

    /** Lets time pass between two tries. */
    interface Waiting {
        /** Returns whether to go on with the record; false: the loop stops, or another consumer has the partition now. */
        boolean pause(Duration length, Received received);
    }

    OneByOne(EventTransaction transaction, MessagingConfig.Consumer settings, Waiting waiting) {
        this.transaction = transaction;
        this.settings = settings;
        this.waiting = waiting;
    }

    /** Returns whether the record is at its end; false: leave it, it will be read again. */
    boolean finish(Received received) {
        BooleanSupplier never = () -> false;
        Duration pause = FIRST_PAUSE;
        int failures = 0;
        int passing = 0;
        while (true) {
            try {
                transaction.run(List.of(received), never);
                return true;
            } catch (RuntimeException e) {
                Throwable cause = causeOf(e);
                if (cause instanceof UnreadableEventException) {
                    if (parks(received, cause, failures + 1)) {
                        return true;
                    }
                } else if (!transaction.databaseAnswers()) {
                    LOG.warnf("The database is away; record %s waits", received);
                } else if (looksPassing(e, cause)) {
                    passing++;
                } else {
                    failures++;
                }
                LOG.infof("Record %s failed: %s", received, FailureReason.of(cause));
                boolean enough = failures >= settings.handlerTries() || passing >= settings.passingTries();
                if (enough && parks(received, cause, failures + passing)) {
                    return true;
                }
            }
            if (!waiting.pause(pause, received)) {
                return false;
            }
            pause = longer(pause);
        }
    }

    /** Whether parking worked; if the database went away in between, the record is tried again. */
    private boolean parks(Received received, Throwable cause, int attempts) {
        try {
            transaction.park(received, FailureReason.of(cause), attempts);
            return true;
        } catch (RuntimeException e) {
            LOG.warnf("Record %s could not be parked and waits: %s", received, FailureReason.kind(e));
            return false;
        }
    }

    /** What did not come from the handler came from the database or the commit. */
    private static boolean looksPassing(RuntimeException thrown, Throwable cause) {
        return !isHandlers(thrown) || MessagingDatabase.mayPass(cause);
    }

    private static boolean isHandlers(Throwable thrown) {
        for (Throwable t = thrown; t != null; t = t.getCause()) {
            if (t instanceof HandlerFailedException) {
                return true;
            }
        }
        return false;
    }

    private static Throwable causeOf(Throwable thrown) {
        for (Throwable t = thrown; t != null; t = t.getCause()) {
            if (t instanceof HandlerFailedException && t.getCause() != null) {
                return t.getCause();
            }
        }
        return thrown;
    }

    private Duration longer(Duration pause) {
        Duration twice = pause.multipliedBy(2);
        return twice.compareTo(settings.longestPause()) > 0 ? settings.longestPause() : twice;
    }
}
