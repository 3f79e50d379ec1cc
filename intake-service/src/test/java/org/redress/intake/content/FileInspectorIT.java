package org.redress.intake.content;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.quarkus.runtime.configuration.MemorySize;
import io.quarkus.test.common.TestResourceScope;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.math.BigInteger;
import java.nio.charset.Charset;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.redress.infra.RedressInfra;
import org.redress.intake.content.cleaning.Bytes;
import org.redress.intake.content.cleaning.Documents;
import org.redress.intake.content.cleaning.Pictures;
import org.redress.intake.content.cleaning.Recordings;
import org.redress.intake.filestore.FileCondition;
import org.redress.intake.filestore.FileStore;
import org.redress.intake.filestore.StoredFile;
import org.redress.service.problem.Languages;

/** From a stored file to its cleaned copy, with the processes and the time limits of the real thing. */
@QuarkusTest
@WithTestResource(value = RedressInfra.class, scope = TestResourceScope.GLOBAL)
class FileInspectorIT {
    private static final Duration LONGEST = Duration.ofSeconds(25);

    @Inject
    FileInspector inspector;

    @Inject
    FileStore files;

    static Stream<Arguments> goodFiles() {
        return Stream.of(
                good(Pictures.jpeg(300, 200), ContentType.JPEG, ContentType.JPEG),
                good(Bytes.of(Pictures.jpeg(30, 20), "<?php phpinfo();"), ContentType.JPEG, ContentType.JPEG),
                good(Pictures.png(300, 200), ContentType.PNG, ContentType.PNG),
                good(Pictures.WEBP, ContentType.WEBP, ContentType.JPEG),
                good(Recordings.mp4("isom"), ContentType.MP4, ContentType.MP4),
                good(Recordings.mp4("mp42"), ContentType.MP4, ContentType.MP4),
                good(Recordings.mp4("3gp5"), ContentType.MP4, ContentType.MP4),
                good(Recordings.mp4("qt  "), ContentType.QUICKTIME, ContentType.QUICKTIME),
                good(Recordings.mp3(), ContentType.MP3, ContentType.MP3),
                good(Recordings.wav(), ContentType.WAV, ContentType.WAV),
                good(Recordings.amr(), ContentType.AMR, ContentType.AMR),
                good(Documents.loaded(), ContentType.PDF, ContentType.PDF),
                good("客服：订单 QH2023 已受理".getBytes(UTF_8), ContentType.TEXT, ContentType.TEXT),
                good("客服：已受理".getBytes(Charset.forName("GB18030")), ContentType.TEXT, ContentType.TEXT));
    }

    @ParameterizedTest
    @MethodSource("goodFiles")
    void anAcceptedFileHasACopyOfItsOwn(byte[] file, ContentType type, ContentType copyType) throws IOException {
        StoredFile stored = keep(file);
        Inspection inspection = inspector.inspect(stored);
        assertThat(inspection).isInstanceOfSatisfying(Inspection.Accepted.class, accepted -> {
            assertThat(accepted.type()).isEqualTo(type);
            assertThat(accepted.cleanedType()).isEqualTo(copyType);
            assertThat(files.check(accepted.cleaned().hash())).isEqualTo(FileCondition.INTACT);
        });
        assertThat(inspector.inspect(stored)).isEqualTo(inspection);
        assertThat(files.check(stored.hash())).isEqualTo(FileCondition.INTACT);
    }

    static Stream<Arguments> badFiles() {
        String script = "<script>alert(1)</script>";
        return Stream.of(
                bad("nothing", new byte[0], RefusalReason.EMPTY),
                bad(
                        "a drawing",
                        Bytes.of("<svg xmlns=\"http://www.w3.org/2000/svg\">", script, "</svg>"),
                        RefusalReason.TYPE),
                bad(
                        "a drawing behind XML",
                        Bytes.of("<?xml version=\"1.0\"?>\n<svg>", script, "</svg>"),
                        RefusalReason.TYPE),
                bad("a page", Bytes.of("<!DOCTYPE html><html>", script, "</html>"), RefusalReason.TYPE),
                bad("a page without a head", Bytes.of("  \n<html><body>", script), RefusalReason.TYPE),
                bad("an XML file", Bytes.of("<?xml version=\"1.0\"?><a/>"), RefusalReason.TYPE),
                bad("a program of Windows", Bytes.of("MZ\u0090\0\u0003", new byte[200]), RefusalReason.TYPE),
                bad("a program of Linux", Bytes.of(0x7F, "ELF", 2, 1, 1, new byte[200]), RefusalReason.TYPE),
                bad("a shell script", Bytes.of("#!/bin/sh\nrm -rf /\n"), RefusalReason.TYPE),
                bad("a zip", Documents.zip("a.txt", "b.txt"), RefusalReason.TYPE),
                bad(
                        "an office file with a macro",
                        Documents.zip("[Content_Types].xml", "word/vbaProject.bin"),
                        RefusalReason.TYPE),
                bad(
                        "an old office file",
                        Bytes.of(0xD0, 0xCF, 0x11, 0xE0, 0xA1, 0xB1, 0x1A, 0xE1, new byte[600]),
                        RefusalReason.TYPE),
                bad("a moving GIF of 10000 pictures", gif(10_000), RefusalReason.TYPE),
                bad("a GIF that is a script", Bytes.of("GIF89a/*", new byte[40], "*/=1;alert(1)"), RefusalReason.TYPE),
                bad("bytes without sense", new byte[] {1, 2, 3, (byte) 0xFE, 0, 9}, RefusalReason.TYPE),
                bad("a photograph of an iPhone", Recordings.mp4("heic"), RefusalReason.TYPE),
                bad("half a JPEG", Bytes.start(Pictures.jpeg(300, 200), 2000), RefusalReason.DAMAGED),
                bad(
                        "a document that is a zip, too",
                        Bytes.of(Documents.pdf(), Documents.zip("x".repeat(3000))),
                        RefusalReason.DAMAGED),
                bad("a document of arrays in arrays", Documents.DEEP, RefusalReason.DAMAGED),
                bad("a document that unpacks to 1 GB", Documents.BOMB, RefusalReason.TOO_COMPLEX));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("badFiles")
    void aBadFileIsRefusedInTimeAndSaysWhatWouldPass(String name, byte[] file, RefusalReason reason)
            throws IOException {
        StoredFile stored = keep(file);
        long started = System.nanoTime();
        Inspection inspection = inspector.inspect(stored);
        assertThat(Duration.ofNanos(System.nanoTime() - started)).isLessThan(LONGEST);
        assertThat(inspection).isInstanceOfSatisfying(Inspection.Refused.class, refused -> {
            assertThat(refused.reason()).isEqualTo(reason);
            assertThat(RefusalTexts.text(refused, Locale.ENGLISH)).hasSizeGreaterThan(15);
            assertThat(RefusalTexts.text(refused, Languages.CHINESE)).matches(".*\\p{IsHan}.*");
        });
    }

    @Test
    void aProcessThatDiesTakesNoFileWithIt() throws IOException {
        inspector.inspect(keep(Pictures.png(10, 10)));
        assertThat(cleaningProcesses()).isNotEmpty();
        cleaningProcesses().forEach(ProcessHandle::destroyForcibly);
        assertThat(inspector.inspect(keep(Pictures.png(11, 10)))).isInstanceOf(Inspection.Accepted.class);
    }

    @Test
    void whatTakesTooLongIsStoppedAndTheNextFileIsNotHeldUp(@TempDir Path directory) throws IOException {
        var processes = new CleaningProcesses(new OneProcess(Duration.ofMillis(50)));
        try {
            Path slow = Files.write(directory.resolve("slow"), Pictures.png(6000, 4000));
            assertThat(processes.clean(ContentType.PNG, slow, directory.resolve("copy")))
                    .isEqualTo(CleaningAnswer.TOO_COMPLEX);
        } finally {
            processes.endAll();
        }
    }

    @Test
    void aProcessThatIsUsedUpIsFollowedByOneThatIsUpAlready(@TempDir Path directory) throws IOException {
        var processes = new CleaningProcesses(new OneProcess(Duration.ofSeconds(20)));
        Set<Long> others = pids(Set.of());
        try {
            clean(processes, directory, 1);
            Set<Long> first = pids(others);
            assertThat(first).hasSize(1);
            clean(processes, directory, 49);
            await().untilAsserted(() -> assertThat(pids(others)).hasSize(2).containsAll(first));
            Set<Long> both = pids(others);
            clean(processes, directory, 51);
            await().untilAsserted(() ->
                    assertThat(pids(others)).hasSize(1).isSubsetOf(both).doesNotContainAnyElementsOf(first));
        } finally {
            processes.endAll();
        }
    }

    private static void clean(CleaningProcesses processes, Path directory, int times) throws IOException {
        Path text = Files.writeString(directory.resolve("text"), "text");
        Path copy = directory.resolve("copy");
        for (int i = 0; i < times; i++) {
            processes.clean(ContentType.TEXT, text, copy);
            Files.delete(copy);
        }
    }

    private static Set<Long> pids(Set<Long> others) {
        return cleaningProcesses()
                .map(ProcessHandle::pid)
                .filter(pid -> !others.contains(pid))
                .collect(Collectors.toSet());
    }

    private static Stream<ProcessHandle> cleaningProcesses() {
        return ProcessHandle.current()
                .children()
                .filter(child -> child.info().commandLine().orElse("").contains("CleaningMain"));
    }

    private StoredFile keep(byte[] file) throws IOException {
        return files.keep(new ByteArrayInputStream(file), file.length);
    }

    private static byte[] gif(int pictures) {
        byte[] frame = Bytes.of("!", 0xF9, 4, 0, 1, 0, 0, 0, ",", 0, 0, 0, 0, 1, 0, 1, 0, 0, 2, 2, "D", 1, 0);
        byte[] frames = new byte[frame.length * pictures];
        for (int i = 0; i < pictures; i++) {
            System.arraycopy(frame, 0, frames, i * frame.length, frame.length);
        }
        return Bytes.of("GIF89a", 1, 0, 1, 0, 0x80, 0, 0, 0, 0, 0, 255, 255, 255, frames, ";");
    }

    private static Arguments good(byte[] file, ContentType type, ContentType copyType) {
        return Arguments.of(file, type, copyType);
    }

    private static Arguments bad(String name, byte[] file, RefusalReason reason) {
        return Arguments.of(name, file, reason);
    }

    /** One process at a time, and so much time for a file. */
    private record OneProcess(Duration timeLimit) implements ContentConfig {
        @Override
        public int processes() {
            return 1;
        }

        @Override
        public MemorySize heap() {
            return new MemorySize(BigInteger.valueOf(128L * 1024 * 1024));
        }

        @Override
        public int filesAProcess() {
            return 100;
        }

        @Override
        public Duration patience() {
            return Duration.ofSeconds(1);
        }

        @Override
        public Duration idle() {
            return Duration.ofMinutes(1);
        }

        @Override
        public Duration idleCheck() {
            return Duration.ofMinutes(1);
        }
    }
}
