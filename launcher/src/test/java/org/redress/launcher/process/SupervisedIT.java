package org.redress.launcher.process;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.redress.launcher.process.Supervised.Status;

/** With small stand-ins for the services: shell commands as child processes. */
class SupervisedIT {
    private static final Duration SOON = Duration.ofSeconds(20);

    @TempDir
    Path directory;

    private final ByteArrayOutputStream screen = new ByteArrayOutputStream();
    private final CountDownLatch gaveUp = new CountDownLatch(1);
    private Supervised supervised = supervise("exec sleep 60");

    @AfterEach
    void stop() {
        supervised.stop();
    }

    @Test
    void aKilledPartIsStartedAgain() {
        supervised.begin();
        assertThat(supervised.awaitUp(SOON)).isTrue();
        long first = pid();
        supervised.part().kill();
        Awaitility.await().atMost(SOON).until(() -> pid() != first && supervised.status() == Status.UP);
        assertThat(said()).contains("standin ended unexpectedly");
    }

    @Test
    void onePartThatDiesAgainAndAgainIsGivenUp() throws Exception {
        supervised = supervise("exit 1");
        supervised.begin();
        assertThat(gaveUp.await(30, TimeUnit.SECONDS)).isTrue();
        assertThat(said().lines().filter(line -> line.contains("ended unexpectedly")))
                .hasSize(4);
    }

    @Test
    void aPartThatCannotBeStartedAtAllIsGivenUpToo() throws Exception {
        supervised = supervise(List.of("/no/such/program"), directory.resolve("nowhere"));
        supervised.begin();
        assertThat(gaveUp.await(30, TimeUnit.SECONDS)).isTrue();
        assertThat(said()).contains("standin cannot be started");
    }

    @Test
    void stoppingAsksFirst() {
        supervised = supervise("trap 'echo bye; exit 0' TERM; echo ready; while :; do sleep 0.1; done");
        supervised.begin();
        Awaitility.await().atMost(SOON).until(() -> said().contains("ready"));
        ProcessStamp stamp = supervised.part().stamp().orElseThrow();
        supervised.stop();
        assertThat(stamp.isAlive()).isFalse();
        Awaitility.await().atMost(SOON).until(() -> said().contains("bye"));
    }

    @Test
    void onePartThatDoesNotListenIsKilledAfterTheGrace() {
        supervised = supervise("trap '' TERM; echo ready; while :; do sleep 0.1; done");
        supervised.begin();
        Awaitility.await().atMost(SOON).until(() -> said().contains("ready"));
        ProcessStamp stamp = supervised.part().stamp().orElseThrow();
        supervised.stop();
        assertThat(stamp.isAlive()).isFalse();
        assertThat(said()).contains("did not stop within 1 s and is killed");
    }

    @Test
    void aHeldPartStaysDownUntilItIsStartedAgain() {
        supervised.begin();
        assertThat(supervised.awaitUp(SOON)).isTrue();
        supervised.killAndHold();
        assertThat(supervised.status()).isEqualTo(Status.STOPPED);
        assertThat(supervised.part().isAlive()).isFalse();
        supervised.startAgain();
        assertThat(supervised.awaitUp(SOON)).isTrue();
        supervised.stopAndHold();
        assertThat(supervised.part().isAlive()).isFalse();
        supervised.startAgain();
        assertThat(supervised.awaitUp(SOON)).isTrue();
        assertThat(said()).doesNotContain("ended unexpectedly");
    }

    @Test
    void afterStoppingNothingStartsAgain() {
        supervised.begin();
        assertThat(supervised.awaitUp(SOON)).isTrue();
        supervised.stop();
        supervised.startAgain();
        assertThat(supervised.awaitUp(Duration.ofMillis(500))).isFalse();
        assertThat(supervised.part().isAlive()).isFalse();
    }

    @Test
    void stoppingBeforeTheBeginningPreventsIt() {
        supervised.stop();
        supervised.begin();
        assertThat(supervised.awaitUp(Duration.ofMillis(500))).isFalse();
    }

    private Supervised supervise(String script) {
        return supervise(List.of("sh", "-c", script), Path.of("."));
    }

    private Supervised supervise(List<String> command, Path workingDirectory) {
        var terminal = new Terminal(screen, Path.of("."));
        var log = new ProcessLog("standin", Path.of("target/standin-logs"), terminal, 1 << 20);
        var launch = new ChildProcess.Launch(command, workingDirectory, Map.of());
        return new Supervised(
                new ChildProcess("standin", "", launch, log, pid -> true),
                Duration.ofSeconds(1),
                terminal,
                new Supervised.Listener() {
                    @Override
                    public void changed(Supervised part) {
                        // Watched through its status.
                    }

                    @Override
                    public void gaveUp(Supervised part) {
                        gaveUp.countDown();
                    }
                });
    }

    private long pid() {
        return supervised.part().stamp().map(ProcessStamp::pid).orElse(0L);
    }

    private String said() {
        return screen.toString(StandardCharsets.UTF_8);
    }
}
