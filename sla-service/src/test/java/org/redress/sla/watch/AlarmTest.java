package org.redress.sla.watch;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(20)
class AlarmTest {
    @Test
    void aLookAtOnceIsNotWaitedFor() throws InterruptedException {
        var alarm = new Alarm(System::nanoTime);

        alarm.within(Duration.ofSeconds(-3));
        alarm.await();
    }

    @Test
    void theEarliestOfAllRequestsCounts() throws InterruptedException {
        var alarm = new Alarm(System::nanoTime);
        long start = System.nanoTime();

        alarm.within(Duration.ofHours(1));
        alarm.within(Duration.ofMillis(30));
        alarm.within(Duration.ofHours(2));
        alarm.await();

        assertThat(Duration.ofNanos(System.nanoTime() - start)).isGreaterThanOrEqualTo(Duration.ofMillis(30));
    }

    @Test
    void anEarlierRequestWakesASleeper() throws InterruptedException {
        var alarm = new Alarm(System::nanoTime);
        var woken = new CountDownLatch(1);
        alarm.within(Duration.ofHours(1));
        var sleeper = new Thread(() -> {
            try {
                alarm.await();
                woken.countDown();
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
        });
        sleeper.start();

        alarm.within(Duration.ZERO);

        assertThat(woken.await(10, TimeUnit.SECONDS)).isTrue();
    }

    @Test
    void aRequestPlannedEarlierKeepsItsTime() throws InterruptedException {
        var now = new long[] {1_000};
        var alarm = new Alarm(() -> now[0]);

        long at = alarm.after(Duration.ofNanos(500));
        now[0] = 1_500;
        alarm.at(at);

        alarm.await();
    }
}
