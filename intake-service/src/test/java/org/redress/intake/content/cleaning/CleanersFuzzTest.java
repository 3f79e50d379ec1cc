package org.redress.intake.content.cleaning;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.management.ThreadMXBean;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Base64;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.redress.intake.content.ContentType;

/** Thousands of damaged files: each is cleaned or refused, in bounded time and memory, and nothing is left behind. */
class CleanersFuzzTest {
    private static final int FILES_OF_EACH = 250;
    private static final long MOST_BYTES = 256L * 1024 * 1024;
    private static final long MOST_NANOS = TimeUnit.SECONDS.toNanos(10);
    private static final ThreadMXBean THREADS = (ThreadMXBean) ManagementFactory.getThreadMXBean();

    @TempDir
    Path directory;

    static Stream<Arguments> goodFiles() {
        return Stream.of(
                Arguments.of(ContentType.JPEG, Pictures.withSegment(Pictures.jpeg(40, 30), 0xE1, Pictures.EXIF)),
                Arguments.of(ContentType.JPEG, Pictures.interlaced("jpeg", 40, 30)),
                Arguments.of(ContentType.PNG, Pictures.png(40, 30)),
                Arguments.of(ContentType.PNG, Pictures.interlaced("png", 40, 30)),
                Arguments.of(ContentType.WEBP, Pictures.WEBP),
                Arguments.of(ContentType.MP4, Recordings.mp4("isom")),
                Arguments.of(ContentType.MP3, Recordings.mp3()),
                Arguments.of(ContentType.WAV, Recordings.wav()),
                Arguments.of(ContentType.AMR, Recordings.amr()),
                Arguments.of(ContentType.PDF, Documents.loaded()),
                Arguments.of(ContentType.TEXT, "订单 QH2023 未到账".getBytes(StandardCharsets.UTF_8)));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("goodFiles")
    void isCleanedOrRefused(ContentType type, byte[] good) throws IOException {
        Path original = directory.resolve("original");
        Path copy = directory.resolve("copy");
        String request = type.name() + " " + base64(original) + " " + base64(copy);
        Files.write(original, good);
        assertThat(CleaningMain.answer(request)).startsWith("OK ");
        for (int seed = 0; seed < FILES_OF_EACH; seed++) {
            Files.write(original, damaged(good, new Random(seed)));
            long bytes = THREADS.getThreadAllocatedBytes(Thread.currentThread().getId());
            long started = System.nanoTime();
            String answer = CleaningMain.answer(request);
            assertThat(answer).as("seed %d", seed).matches("OK [A-Z0-9]+|NO [A-Z_]+");
            assertThat(System.nanoTime() - started).as("time, seed %d", seed).isLessThan(MOST_NANOS);
            assertThat(THREADS.getThreadAllocatedBytes(Thread.currentThread().getId()) - bytes)
                    .as("memory, seed %d", seed)
                    .isLessThan(MOST_BYTES);
            Files.deleteIfExists(copy);
        }
        try (Stream<Path> left = Files.list(directory)) {
            assertThat(left).containsExactly(original);
        }
    }

    private static byte[] damaged(byte[] good, Random random) {
        byte[] bytes = good.clone();
        switch (random.nextInt(4)) {
            case 0 -> bytes = Arrays.copyOf(bytes, random.nextInt(bytes.length + 1));
            case 1 -> bytes = Arrays.copyOf(bytes, bytes.length + random.nextInt(5000));
            case 2 -> {
                int from = random.nextInt(bytes.length);
                int length = Math.min(random.nextInt(64), bytes.length - from);
                System.arraycopy(good, random.nextInt(bytes.length - length + 1), bytes, from, length);
            }
            default -> {}
        }
        for (int i = random.nextInt(8); i > 0 && bytes.length > 0; i--) {
            int[] values = {random.nextInt(256), 0, 0xFF, 0x7F, 0x80};
            bytes[random.nextInt(bytes.length)] = (byte) values[random.nextInt(values.length)];
        }
        return bytes;
    }

    private static String base64(Path path) {
        return Base64.getEncoder().encodeToString(path.toString().getBytes(StandardCharsets.UTF_8));
    }
}
