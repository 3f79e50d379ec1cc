package org.redress.intake.chain;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Files outside the database get damaged; what is damaged attests nothing, and hides nothing else. */
class RootFilesTest {
    private static final UUID MINE = UUID.fromString("00000000-0000-7000-8000-00000000aa01");
    private static final UUID OTHER = UUID.fromString("00000000-0000-7000-8000-00000000bb01");
    private static final Digest HEAD = Digest.over("head");

    @TempDir
    Path folder = Path.of("");

    private RootFiles files = new RootFiles(Path.of(""));

    @BeforeEach
    void keepThree() {
        files = new RootFiles(folder);
        for (int number = 1; number <= 3; number++) {
            var root = new Root(number, Instant.EPOCH, Digest.NONE, 2, HEAD);
            files.append(
                    new SignedRoot(root, "key", "ab".repeat(64)),
                    List.of(new Head(MINE, number, HEAD), new Head(OTHER, number, HEAD)));
        }
    }

    @Test
    void whatIsKeptIsFound() {
        assertThat(files.anchors(MINE))
                .containsExactly(new Anchor(1, 1, HEAD), new Anchor(2, 2, HEAD), new Anchor(3, 3, HEAD));
        assertThat(files.lastNumber()).isEqualTo(3);
    }

    @ParameterizedTest
    @CsvSource({"0, x", "0, é", "1, x", "39, x", "103, z", "103, A", "103, é", "105, x"})
    void aDamagedLineAttestsNothingAndHidesNoOther(int at, String damage) throws IOException {
        Path shard = folder.resolve("heads/01");
        byte[] bytes = Files.readAllBytes(shard);
        int line = new String(bytes, StandardCharsets.ISO_8859_1).indexOf("2 " + MINE);
        bytes[line + at] = damage.getBytes(StandardCharsets.ISO_8859_1)[0];
        Files.write(shard, bytes);
        assertThat(files.anchors(MINE)).contains(new Anchor(1, 1, HEAD), new Anchor(3, 3, HEAD));
        assertThat(files.anchors(MINE)).doesNotContain(new Anchor(2, 2, HEAD));
        assertThat(files.anchors(OTHER)).contains(new Anchor(1, 1, HEAD), new Anchor(3, 3, HEAD));
    }

    @Test
    void rootsBehindADamagedLineAreWrittenAgain() throws IOException {
        Path roots = folder.resolve("roots.jsonl");
        List<String> lines = Files.readAllLines(roots);
        Files.writeString(
                roots, lines.get(0) + "\n" + lines.get(1) + "\n" + lines.get(2).substring(7) + "\n");
        assertThat(files.lastNumber()).isEqualTo(2);
        assertThat(files.keptThrough()).isEqualTo(2);
    }

    @Test
    void whereNoLineCanBeReadAllRootsCountAsKept() throws IOException {
        Files.writeString(folder.resolve("roots.jsonl"), "damaged\n\u00e9\n");
        assertThat(files.keptThrough()).isEqualTo(Long.MAX_VALUE);
    }
}
