package org.redress.contract;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ReleasedFilesTest {

    @Test
    void releasedSchemasAndSamplesAreAsTheyWereReleased() {
        assertThat(ReleasedFiles.differences(ContractFiles.ROOT)).isEmpty();
    }

    @Test
    void aChangeARemovalAndAnUnlistedFileAreNoticedAndTheAdviceIsGiven(@TempDir Path copy) throws IOException {
        copy(ContractFiles.ROOT, copy);
        Path changed = copy.resolve("samples/complaint-filed/v1/full.json");
        Files.writeString(changed, Files.readString(changed).replace("100.00", "100.0"));
        Files.delete(copy.resolve("schema/clock-ended.v1.json"));
        Files.writeString(copy.resolve("samples/clock-ended/v1/new.json"), "{}");

        assertThat(ReleasedFiles.differences(copy).lines())
                .startsWith(
                        "samples/complaint-filed/v1/full.json is released and was changed.",
                        "schema/clock-ended.v1.json is released and gone.",
                        "samples/clock-ended/v1/new.json is not in released.sha256.")
                .anyMatch(line -> line.contains("only gains optional fields"));
    }

    static void copy(Path from, Path to) throws IOException {
        try (Stream<Path> files = Files.walk(from)) {
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                Path target = to.resolve(from.relativize(file).toString());
                Files.createDirectories(target.getParent());
                Files.copy(file, target);
            }
        }
    }
}
