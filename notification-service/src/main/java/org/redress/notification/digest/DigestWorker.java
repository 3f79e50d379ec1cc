package org.redress.notification.digest;

import io.quarkus.logging.Log;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/** Keeps telling what was gathered, by a poll: one thread an instance, any number of instances. */
@ApplicationScoped
public class DigestWorker {

    private static final Duration LAST_MESSAGE = Duration.ofSeconds(5);

    private final TellTogether tellTogether;
    private final DigestSettings settings;
    private final CountDownLatch stopped = new CountDownLatch(1);
    private final Thread teller = new Thread(this::keepTelling, "digest-teller");

    DigestWorker(TellTogether tellTogether, DigestSettings settings) {
        this.tellTogether = tellTogether;
        this.settings = settings;
        this.teller.setDaemon(true);
    }

    void start(@Observes StartupEvent event) {
        teller.start();
    }

    void stop(@Observes ShutdownEvent event) throws InterruptedException {
        stopped.countDown();
        teller.join(LAST_MESSAGE.toMillis());
    }

    private void keepTelling() {
        try {
            while (!stopped.await(settings.poll().toMillis(), TimeUnit.MILLISECONDS)) {
                round();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void round() {
        List<GatheredDeliveries.Addressee> ready;
        try {
            ready = tellTogether.ready();
        } catch (RuntimeException e) {
            // The database is away: it is all in the rows, the next round tells it.
            Log.warnf("could not look for gathered notices: %s", e.getMessage());
            return;
        }
        ready.forEach(this::tell);
    }

    /** One addressee's trouble delays no other's message. */
    private void tell(GatheredDeliveries.Addressee addressee) {
        try {
            tellTogether.tell(addressee);
        } catch (RuntimeException e) {
            Log.warnf("gathered notices of %s wait for another round: %s", addressee.platform(), e.getMessage());
        }
    }
}
