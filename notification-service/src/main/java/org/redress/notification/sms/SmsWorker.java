package org.redress.notification.sms;

import io.quarkus.logging.Log;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.redress.notification.delivery.DueSignal;

/**
 * Keeps sending: one thread claims what is due, as many as there are free senders, and hands it to them. Woken after a
 * commit that made something due, and by a poll in case the wake-up was lost with its process.
 */
@ApplicationScoped
public class SmsWorker implements DueSignal {
    private static final Duration LAST_CALLS = Duration.ofSeconds(5);

    private final SmsQueue queue;
    private final SendSms sendSms;
    private final SmsSettings settings;
    private final Semaphore due = new Semaphore(0);
    private final Semaphore free;
    private final ExecutorService senders;
    private final Thread claimer;
    private volatile boolean running = true;
    private volatile boolean more;

    SmsWorker(SmsQueue queue, SendSms sendSms, SmsSettings settings) {
        this.queue = queue;
        this.sendSms = sendSms;
        this.settings = settings;
        this.free = new Semaphore(settings.parallel());
        AtomicInteger number = new AtomicInteger();
        this.senders = Executors.newFixedThreadPool(settings.parallel(), task -> {
            Thread thread = new Thread(task, "sms-sender-" + number.incrementAndGet());
            thread.setDaemon(true);
            return thread;
        });
        this.claimer = new Thread(this::keepClaiming, "sms-claimer");
        this.claimer.setDaemon(true);
    }

    void start(@Observes StartupEvent event) {
        // A worker must always be done, or provably stopped, before its lease ends and another one looks up.
        Duration longestAttempt = settings.timeout().multipliedBy(2);
        if (settings.lease().compareTo(longestAttempt) <= 0) {
            throw new IllegalStateException("redress.sms.lease (" + settings.lease()
                    + ") must be longer than twice redress.sms.timeout (" + settings.timeout() + "): raise it");
        }
        claimer.start();
    }

    void stop(@Observes ShutdownEvent event) throws InterruptedException {
        running = false;
        due.release();
        claimer.join(LAST_CALLS.toMillis());
        senders.shutdown();
        if (!senders.awaitTermination(LAST_CALLS.toMillis(), TimeUnit.MILLISECONDS)) {
            Log.warn("short messages under way at shutdown: they will be looked up when their lease ends");
        }
    }

    @Override
    public void wake() {
        due.release();
    }

    private void keepClaiming() {
        while (running) {
            try {
                due.tryAcquire(settings.poll().toMillis(), TimeUnit.MILLISECONDS);
                due.drainPermits();
                claimAll();
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                return;
            } catch (RuntimeException e) {
                // The database is away: the poll tries again. Nothing is lost, it is all in the rows.
                Log.warnf("could not claim short messages: %s", e.getMessage());
            }
        }
    }

    private void claimAll() {
        int seats = free.drainPermits();
        more = seats == 0;
        while (running && seats > 0) {
            List<ClaimedSms> claimed = claim(seats);
            claimed.forEach(sms -> senders.execute(() -> sendAndFree(sms)));
            int left = seats - claimed.size();
            if (left > 0) {
                free.release(left);
                return;
            }
            seats = free.drainPermits();
            more = seats == 0;
        }
    }

    private List<ClaimedSms> claim(int seats) {
        try {
            return queue.claim(seats);
        } catch (RuntimeException e) {
            free.release(seats);
            throw e;
        }
    }

    private void sendAndFree(ClaimedSms sms) {
        boolean again = false;
        try {
            again = sendSms.attempt(sms);
        } catch (RuntimeException e) {
            // Whatever it was, the row tells the truth: before MARKED nothing was sent, after it a look-up comes first.
            Log.warnf(e, "delivery %s: attempt broke off, left to its lease", sms.id());
        } finally {
            free.release();
            if (again || more) {
                wake();
            }
        }
    }
}
