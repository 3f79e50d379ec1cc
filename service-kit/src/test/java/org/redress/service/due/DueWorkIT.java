package org.redress.service.due;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.jdbi.v3.core.Jdbi;
import org.jspecify.annotations.NullUnmarked;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.redress.infra.RedressInfra;
import org.redress.service.due.Errands.Step;

/** Whatever breaks and wherever, a due row is done, and once. */
@QuarkusTest
@WithTestResource(RedressInfra.class)
@NullUnmarked
class DueWorkIT {
    private static final Duration PATIENCE = Duration.ofSeconds(30);
    private static final Duration LONG = Duration.ofMinutes(5);
    private static final Duration SHORT = Duration.ofSeconds(1);

    @Inject
    Jdbi jdbi;

    @Inject
    DueWorks works;

    private final List<DueWork> begun = new ArrayList<>();

    @AfterEach
    void end() {
        begun.forEach(DueWork::close);
    }

    @ParameterizedTest
    @EnumSource(Step.class)
    void whatBreaksAtAnyStepIsTakenUpAgainAndDoneOnce(Step broken) {
        var breaks = new AtomicInteger(3);
        var errands = new Errands(jdbi, SHORT, (step, id, attempt) -> {
            if (step == broken && breaks.getAndDecrement() > 0) {
                throw new IllegalStateException("planted at " + step);
            }
        });
        DueWork work = instance("one", 2, errands);
        errands.due(5);
        awaitDone(errands, 5, work);
        assertThat(errands.done)
                .hasSize(5)
                .allSatisfy((id, by) -> assertThat(by).hasSize(1));
        assertThat(breaks.get()).as("faults that were met").isLessThanOrEqualTo(0);
    }

    /** Nobody looks a row up before it is done here: a row that two took up would show. */
    @Test
    void severalInstancesAtOnceTakeUpEachRowOnce() {
        var errands = new Errands(jdbi, LONG, (step, id, attempt) -> {});
        errands.due(1000);
        DueWork[] instances = {instance("one", 4, errands), instance("two", 4, errands), instance("three", 4, errands)};
        awaitDone(errands, 1000, instances);
        assertThat(errands.done)
                .hasSize(1000)
                .allSatisfy((id, by) -> assertThat(by).hasSize(1));
        assertThat(errands.count("attempts = 1")).isEqualTo(1000);
    }

    @Test
    void severalInstancesThatKeepBreakingDoEachRowOnce() {
        var random = new Random(20261122);
        var errands = new Errands(jdbi, SHORT, (step, id, attempt) -> {
            synchronized (random) {
                if (random.nextInt(12) == 0) {
                    throw new IllegalStateException("planted at " + step);
                }
            }
        });
        errands.due(200);
        awaitDone(errands, 200, instance("one", 3, errands), instance("two", 3, errands));
        assertThat(errands.done)
                .hasSize(200)
                .allSatisfy((id, by) -> assertThat(by).hasSize(1));
        assertThat(errands.count("attempts > 1"))
                .as("rows that were met by a fault")
                .isPositive();
    }

    /** A claim runs out while its owner stands still; what the owner writes when it moves again changes nothing. */
    @Test
    void whoStandsStillTooLongLosesItsRow() {
        var wakeUp = new CountDownLatch(1);
        var late = new CountDownLatch(1);
        var errands = new Errands(jdbi, SHORT, (step, id, attempt) -> {
            if (attempt == 1 && step == Step.AFTER_THE_CALL) {
                waitFor(wakeUp);
            } else if (attempt == 1 && step == Step.AFTER_WRITING_BACK) {
                late.countDown();
            }
        });
        errands.due(1);
        DueWork frozen = instance("frozen", 1, errands);
        frozen.wake();
        await().atMost(PATIENCE).until(() -> errands.count("attempts = 1") == 1);
        awaitDone(errands, 1, instance("other", 1, errands));
        wakeUp.countDown();
        waitFor(late);
        assertThat(errands.count("done_by = 'other' and attempts = 2")).isEqualTo(1);
        assertThat(errands.done.get(1)).containsExactly("frozen");
    }

    @Test
    void aCallThatHangsHoldsUpNoOtherRow() {
        var release = new CountDownLatch(1);
        var errands = new Errands(jdbi, LONG, (step, id, attempt) -> {
            if (id == 1 && step == Step.BEFORE_THE_CALL) {
                waitFor(release);
            }
        });
        errands.due(50);
        DueWork work = instance("one", 2, errands);
        awaitDone(errands, 49, work);
        assertThat(errands.done).hasSize(49).doesNotContainKey(1);
        release.countDown();
        awaitDone(errands, 50, work);
    }

    @Test
    void stoppingWaitsForTheRowInHandAndTakesUpNoOther() {
        var inHand = new CountDownLatch(1);
        var release = new CountDownLatch(1);
        var errands = new Errands(jdbi, LONG, (step, id, attempt) -> {
            if (step == Step.BEFORE_THE_CALL) {
                inHand.countDown();
                waitFor(release);
            }
        });
        errands.due(2);
        DueWork work = instance("one", 1, errands);
        work.wake();
        waitFor(inHand);
        work.stop();
        work.wake();
        release.countDown();
        work.close();
        assertThat(errands.count("done_by = 'one'")).isEqualTo(1);
        assertThat(errands.count("attempts = 0")).as("left for the next start").isEqualTo(1);
    }

    @Test
    void aStopInTheMiddleLeavesTheRowToTheNextStart() {
        var inHand = new CountDownLatch(1);
        var cutOff = new CountDownLatch(1);
        var errands = new Errands(jdbi, SHORT, (step, id, attempt) -> {
            if (step == Step.AFTER_THE_CALL && attempt == 1) {
                inHand.countDown();
                waitUntilInterrupted();
                cutOff.countDown();
                throw new IllegalStateException("cut off");
            }
        });
        errands.due(1);
        DueWork stopped = instance("stopped", 1, errands);
        stopped.wake();
        waitFor(inHand);
        stopped.close(Duration.ofMillis(50));
        waitFor(cutOff);
        assertThat(errands.count("next_attempt_at is not null")).isEqualTo(1);
        awaitDone(errands, 1, instance("next", 1, errands));
        assertThat(errands.done.get(1)).as("told once").containsExactly("stopped");
        assertThat(errands.count("done_by = 'next'")).isEqualTo(1);
    }

    @Test
    void rowsAreFoundWithoutAWakeUp() {
        var errands = new Errands(jdbi, LONG, (step, id, attempt) -> {});
        begun.add(works.begin("errands", 1, Duration.ofMillis(200), () -> errands.takeNext("polled")));
        errands.due(3);
        await().atMost(PATIENCE).until(() -> errands.count("done_by = 'polled'") == 3);
    }

    private DueWork instance(String name, int workers, Errands errands) {
        var work = new DueWork("errands of " + name, workers, () -> errands.takeNext(name));
        begun.add(work);
        return work;
    }

    /** Wakes them, as a poll does, until so many rows are done. */
    private static void awaitDone(Errands errands, int rows, DueWork... instances) {
        await().atMost(PATIENCE).pollInterval(Duration.ofMillis(50)).until(() -> {
            for (DueWork one : instances) {
                one.wake();
            }
            return errands.count("next_attempt_at is null") == rows;
        });
    }

    /** Longer than anybody waits for it. */
    private static void waitUntilInterrupted() {
        try {
            boolean came = new CountDownLatch(1).await(PATIENCE.toSeconds() * 2, TimeUnit.SECONDS);
            throw new IllegalStateException("nobody interrupted; came: " + came);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private static void waitFor(CountDownLatch latch) {
        try {
            if (!latch.await(PATIENCE.toMillis(), TimeUnit.MILLISECONDS)) {
                throw new IllegalStateException("nobody came");
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("cut off", e);
        }
    }
}
