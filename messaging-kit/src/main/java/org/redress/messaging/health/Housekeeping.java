package org.redress.messaging.health;

import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.jboss.logging.Logger;
import org.redress.messaging.MessagingConfig;
import org.redress.messaging.database.FailureReason;
import org.redress.messaging.database.MessagingDatabase;

/**
 * Takes the gauges and deletes what is no longer needed, in small sets so that nobody waits long for a lock. Any number of
 * instances may do so at once.
 */
@Singleton
class Housekeeping {
    private static final Logger LOG = Logger.getLogger(Housekeeping.class);
    private static final Duration GAUGES = Duration.ofSeconds(5);
    private static final Duration CLEANING = Duration.ofMinutes(1);
    // Also named in SENT.
    private static final Duration KEEP_RESOLVED = Duration.ofDays(90);
    private static final int SET = 1000;
    private static final int SETS_A_TURN = 50;

    private static final String SENT = """
            delete from outbox where id in (
                select id from outbox where sent_at < now() - make_interval(secs => :age)
                   or (resolution = 'DISCARDED' and resolved_at < now() - interval '90 days')
                order by id limit :set for update skip locked)""";
    private static final String HANDLED = """
            delete from inbox where ctid in (
                select ctid from inbox where handled_at < now() - make_interval(secs => :age)
                limit :set for update skip locked)""";
    private static final String RESOLVED = """
            delete from parked_record where id in (
                select id from parked_record where resolved_at < now() - make_interval(secs => :age)
                order by id limit :set for update skip locked)""";

    private final MessagingConfig config;
    private final MessagingDatabase database;
    private final Gauges gauges;
    private final ScheduledExecutorService worker = Executors.newSingleThreadScheduledExecutor(task -> {
        var thread = new Thread(task, "messaging-housekeeping");
        thread.setDaemon(true);
        return thread;
    });

    Housekeeping(MessagingConfig config, MessagingDatabase database, Gauges gauges) {
        this.config = config;
        this.database = database;
        this.gauges = gauges;
    }

    void start(@Observes StartupEvent event) {
        every(GAUGES, gauges::take);
        every(CLEANING, this::clean);
    }

    void stop(@Observes ShutdownEvent event) {
        worker.shutdown();
    }

    void clean() {
        delete(SENT, config.relay().keepSent());
        delete(HANDLED, config.consumer().inboxRetention());
        delete(RESOLVED, KEEP_RESOLVED);
    }

    private void delete(String sql, Duration age) {
        for (int turn = 0; turn < SETS_A_TURN; turn++) {
            int deleted = database.jdbi()
                    .withHandle(handle -> handle.createUpdate(sql)
                            .bind("age", (double) age.toSeconds())
                            .bind("set", SET)
                            .execute());
            if (deleted < SET) {
                return;
            }
        }
    }

    private void every(Duration period, Runnable task) {
        Runnable guarded = () -> {
            try {
                task.run();
            } catch (RuntimeException e) {
                // A task that throws would never run again.
                LOG.debugf("Housekeeping waits for its next turn: %s", FailureReason.kind(e));
            }
        };
        var future = worker.scheduleWithFixedDelay(guarded, 0, period.toMillis(), TimeUnit.MILLISECONDS);
        LOG.tracef("Scheduled: %s", future);
    }
}
