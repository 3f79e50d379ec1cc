package org.redress.launcher.data;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.redress.launcher.process.ProcessStamp;

class RunRecordTest {
    private static final ProcessStamp GONE = new ProcessStamp(4711, Instant.parse("2026-11-22T01:02:03.45Z"));

    @TempDir
    Path directory;

    @Test
    void whatIsWrittenIsRead() throws Exception {
        RunRecord run = running(GONE);
        run.write(file());
        assertThat(RunRecord.read(file())).contains(run);
    }

    @Test
    void aPartThatIsDownHasNoPid() throws Exception {
        running(GONE).write(file());
        assertThat(Files.readString(file())).contains("\"pid\" : null");
        assertThat(RunRecord.read(file())
                        .orElseThrow()
                        .process("triage")
                        .orElseThrow()
                        .stamp())
                .isNull();
    }

    @Test
    void itRunsWhileItsLauncherLives() {
        assertThat(running(GONE).isRunning()).isFalse();
        assertThat(running(ProcessStamp.of(ProcessHandle.current())).isRunning())
                .isTrue();
    }

    @Test
    void aTornOrForeignFileIsNoRecord() throws Exception {
        assertThat(RunRecord.read(file())).isEmpty();
        Files.writeString(file(), "{\"ready\":tr");
        assertThat(RunRecord.read(file())).isEmpty();
        Files.writeString(file(), "{\"processes\":[{\"name\":\"x\",\"pid\":1,\"startedAt\":\"yesterday\"}]}");
        assertThat(RunRecord.read(file())).isEmpty();
        Files.writeString(file(), "");
        assertThat(RunRecord.read(file()).map(RunRecord::isRunning).orElse(false))
                .isFalse();
    }

    @Test
    void noDraftIsLeftBeside() throws Exception {
        running(GONE).write(file());
        running(GONE).write(file());
        try (var files = Files.list(directory)) {
            assertThat(files).containsExactly(file());
        }
    }

    private Path file() {
        return directory.resolve("run.json");
    }

    private static RunRecord running(ProcessStamp launcher) {
        return new RunRecord(
                true,
                "http://localhost:8080",
                "localhost:9092",
                Map.of("intake", "jdbc:postgresql://localhost:5432/intake"),
                List.of(
                        new RunRecord.Entry("launcher", "file:///data/", "up", launcher),
                        new RunRecord.Entry("triage", "http://localhost:8082", "down", null)));
    }
}
