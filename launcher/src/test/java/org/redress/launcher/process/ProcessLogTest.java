package org.redress.launcher.process;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ProcessLogTest {
    @TempDir
    Path directory;

    private final ByteArrayOutputStream screen = new ByteArrayOutputStream();

    @Test
    void eachLineIsShownWithTheNameAndKeptWithoutIt() throws Exception {
        log(1000).line("你好");
        assertThat(screen.toString(UTF_8)).isEqualTo("intake       | 你好\n");
        assertThat(directory.resolve("intake.log")).hasContent("你好");
    }

    @Test
    void aFileThatGrewTooBigIsSetAside() {
        ProcessLog log = log(10);
        for (int i = 1; i <= 4; i++) {
            log.line("line number " + i);
        }
        assertThat(directory.resolve("intake.log")).hasContent("line number 4");
        assertThat(directory.resolve("intake.log.1")).hasContent("line number 3");
        assertThat(directory.resolve("intake.log.2")).hasContent("line number 2");
        assertThat(directory.resolve("intake.log.3")).doesNotExist();
    }

    @Test
    void aStreamIsFollowedToItsEndEvenWithoutALastLineBreak() {
        log(1000).follow(new ByteArrayInputStream("one\ntwo".getBytes(UTF_8)));
        Awaitility.await().until(() -> screen.toString(UTF_8).equals("intake       | one\nintake       | two\n"));
    }

    @Test
    void anEndlessLineIsCutIntoPieces() {
        byte[] endless = "x".repeat(3 * ProcessLog.MAX_LINE_BYTES).getBytes(UTF_8);
        log(1 << 20).follow(new ByteArrayInputStream(endless));
        Awaitility.await().until(() -> screen.toString(UTF_8).lines().count() == 3);
    }

    @Test
    void aFullDiskIsSaidOnceAndTheProcessGoesOn() throws Exception {
        Files.createDirectory(directory.resolve("intake.log"));
        ProcessLog log = log(1000);
        log.line("first");
        log.line("java.io.IOException: No space left on device");
        assertThat(screen.toString(UTF_8))
                .contains("intake       | first")
                .contains("No space left on device")
                .containsOnlyOnce("THE DISK IS FULL");
    }

    private ProcessLog log(long maxBytes) {
        return new ProcessLog("intake", directory, new Terminal(screen, directory), maxBytes);
    }
}
