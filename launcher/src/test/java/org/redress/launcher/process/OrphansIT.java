package org.redress.launcher.process;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class OrphansIT {
    private static final Duration GRACE = Duration.ofSeconds(2);

    @TempDir
    Path data;

    private final ByteArrayOutputStream screen = new ByteArrayOutputStream();
    private Process process;

    @BeforeEach
    void startOne() throws IOException {
        process = new ProcessBuilder("sleep", "60").start();
    }

    @AfterEach
    void endIt() {
        process.destroyForcibly();
    }

    @Test
    void aRememberedProcessIsStopped() {
        orphans().reap(List.of(ProcessStamp.of(process.toHandle())), GRACE);
        Awaitility.await().until(() -> !process.isAlive());
        assertThat(said()).contains("left 1 processes behind").contains(Long.toString(process.pid()));
    }

    @Test
    void aStrangerWithTheSamePidIsLeftAlone() {
        ProcessStamp stranger = ProcessStamp.of(process.toHandle());
        orphans()
                .reap(
                        List.of(new ProcessStamp(
                                stranger.pid(), stranger.startedAt().minusSeconds(60))),
                        GRACE);
        assertThat(process.isAlive()).isTrue();
        assertThat(said()).isEmpty();
    }

    @Test
    void aMarkedProcessIsFoundWithoutAnyRecord() throws Exception {
        Process marked = sleeper(Orphans.mark(data));
        Process other = sleeper(Orphans.mark(data) + "-of-another-run");
        try {
            orphans().reap(List.of(), GRACE);
            Awaitility.await().until(() -> !marked.isAlive());
            assertThat(other.isAlive()).isTrue();
        } finally {
            marked.destroyForcibly();
            other.destroyForcibly();
        }
    }

    @Test
    void oneThatDoesNotListenIsKilled() throws Exception {
        Process deaf = new ProcessBuilder("sh", "-c", "trap '' TERM; echo ready; while :; do sleep 0.1; done").start();
        assertThat(deaf.inputReader().readLine()).isEqualTo("ready");
        orphans().reap(List.of(ProcessStamp.of(deaf.toHandle())), GRACE);
        Awaitility.await().until(() -> !deaf.isAlive());
    }

    @Test
    void aPidFileWhosePidWentToAStrangerIsRemovedAndTheStrangerLives() throws Exception {
        Path cluster = Files.createDirectories(data.resolve("postgres"));
        Files.writeString(cluster.resolve("postmaster.pid"), process.pid() + "\n");
        orphans().reapPostgres(cluster, Optional.of(process.pid()), GRACE);
        assertThat(cluster.resolve("postmaster.pid")).doesNotExist();
        assertThat(process.isAlive()).isTrue();
    }

    /** A process that does nothing and has the word on its command line. */
    private static Process sleeper(String word) throws IOException {
        return new ProcessBuilder("sh", "-c", "while :; do sleep 0.1; done", "stand-in", word, "more").start();
    }

    private Orphans orphans() {
        return new Orphans(data, new Terminal(screen, data));
    }

    private String said() {
        return screen.toString(StandardCharsets.UTF_8);
    }
}
