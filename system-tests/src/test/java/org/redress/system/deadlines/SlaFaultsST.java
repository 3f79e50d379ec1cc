package org.redress.system.deadlines;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.sql.SQLException;
import java.time.Duration;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/**
 * Each level fires once and in time, whatever happens to the three instances of sla-service that share the watch. The short
 * form is part of the full build; the long one is {@code -Pfaults}. Each test prints its ledger and keeps it under
 * {@code target/sla-faults}.
 */
class SlaFaultsST {
    private static final Duration LATEST = Duration.ofSeconds(15);
    private static final long TAKEN_OVER_MILLIS = 5_000;

    private static SlaCluster cluster;

    private final long seed = Scale.seed();

    @BeforeAll
    static void startThree() throws Exception {
        cluster = SlaCluster.start();
    }

    @AfterAll
    static void stopThem() {
        cluster.close();
    }

    @BeforeEach
    void allThreeRun() {
        cluster.allReady();
    }

    @Test
    void levelsDueInTheSameSecondFireOnceWhileInstancesAreKilledAndFrozen() {
        new DueAtOnce(cluster, seed)
                .whileInstancesAreKilledAndFrozen()
                .kept()
                .eachOnceAndNoneEarly()
                .within(LATEST);
    }

    @Test
    void aDeadlineThatPassesWhileAllAreStoppedFiresOnceWhenTheyAreBack() {
        FiringLedger ledger =
                new DueAtOnce(cluster, seed).whileAllAreStopped().kept().eachOnceAndNoneEarly();
        ledger.within(Duration.ofMillis(ledger.note("stoppedMillisAfterDue")).plusSeconds(5));
    }

    @Test
    void restartsOfPostgresDelayButNeitherLoseNorDouble() {
        FiringLedger ledger = new DatabaseRestarts(cluster, seed).run().kept().eachOnceAndNoneEarly();
        ledger.within(Duration.ofMillis(ledger.note("longestOutageMillis")).plus(LATEST));
    }

    @Test
    void instancesWhoseClocksAreTwoHoursOffFireNothingEarlyAndNothingTwice() {
        boolean gate = System.getenv("CI") != null;
        assumeTrue(
                gate || WrongClock.library().isPresent(),
                "libfaketime is not installed (Debian: apt-get install libfaketime), so no clock can be set wrong");
        assertThat(WrongClock.library())
                .as("libfaketime, which the gate installs")
                .isPresent();
        new WrongClocks(cluster, seed).run().kept().eachOnceAndNoneEarly().within(LATEST);
    }

    @Test
    void theWorkOfAFrozenInstanceIsTakenOverAndItsLateCommitChangesNothing() throws SQLException {
        FiringLedger ledger = new TakeOver(cluster, seed).afterAFreeze().kept().eachOnceAndNoneEarly();
        assertThat(ledger.note("takenOverAfterMillis")).isLessThanOrEqualTo(TAKEN_OVER_MILLIS);
    }

    @Test
    void theWorkOfAKilledInstanceIsTakenOver() throws SQLException {
        FiringLedger ledger = new TakeOver(cluster, seed).afterAKill().kept().eachOnceAndNoneEarly();
        assertThat(ledger.note("takenOverAfterMillis")).isLessThanOrEqualTo(TAKEN_OVER_MILLIS);
    }

    @Test
    void whatHappensAroundDueIsDecidedByWhenItHappened() {
        new Races(cluster, seed).run().kept().eachOnceAndNoneEarly();
    }

    @Test
    void readingEverythingFromOffsetZeroFiresNothingAgain() throws Exception {
        new Replay(cluster, seed).fromOffsetZero().kept().eachOnceAndNoneEarly();
    }

    @Test
    void doubledAndReorderedEventsGiveTheSameClocks() {
        new Replay(cluster, seed).doubledAndInAnyOrder().kept().eachOnceAndNoneEarly();
    }

    @Test
    void aPoisonedComplaintAndAPoisonedPlatformHoldBackNoOther() {
        new Poison(cluster, seed).run().kept().eachOnceAndNoneEarly().within(LATEST);
    }
}
