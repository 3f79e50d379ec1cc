package org.redress.launcher.process;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

class ProcessStampTest {
    @Test
    void aLivingProcessIsFound() {
        assertThat(ProcessStamp.of(ProcessHandle.current()).isAlive()).isTrue();
    }

    @Test
    void aLaterProcessWithTheSamePidIsAStranger() {
        ProcessStamp own = ProcessStamp.of(ProcessHandle.current());
        var namesake = new ProcessStamp(own.pid(), own.startedAt().minusSeconds(60));
        assertThat(namesake.find()).isEmpty();
    }

    @Test
    void theSystemsBootTimeMayMoveByASecond() {
        ProcessStamp own = ProcessStamp.of(ProcessHandle.current());
        assertThat(new ProcessStamp(own.pid(), own.startedAt().plusSeconds(1)).isAlive())
                .isTrue();
    }

    @Test
    void anEndedProcessIsNotFound() throws Exception {
        Process process = new ProcessBuilder("sleep", "60").start();
        ProcessStamp stamp = ProcessStamp.of(process.toHandle());
        assertThat(stamp.isAlive()).isTrue();
        process.destroyForcibly();
        assertThat(process.waitFor(10, TimeUnit.SECONDS)).isTrue();
        assertThat(stamp.isAlive()).isFalse();
    }

    @Test
    void aZombieIsDead() throws Exception {
        // The inner process ends; its parent has become `sleep`, which never asks for a child's result.
        Process parent = new ProcessBuilder("sh", "-c", "sleep 0.1 & echo $!; exec sleep 60").start();
        try {
            long pid = Long.parseLong(parent.inputReader().readLine());
            ProcessStamp inner = ProcessStamp.of(ProcessHandle.of(pid).orElseThrow());
            org.awaitility.Awaitility.await().until(() -> !inner.isAlive());
            assertThat(ProcessHandle.of(pid)).as("still in the table").isPresent();
        } finally {
            parent.destroyForcibly();
        }
    }
}
