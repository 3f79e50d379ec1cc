package org.redress.launcher.data;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.redress.launcher.LaunchException;

class DataDirectoryTest {
    @TempDir
    Path parent;

    @Test
    void oneLauncherAtATime() {
        Path data = parent.resolve("data");
        try (var first = DataDirectory.open(data)) {
            assertThat(first.layout().root()).isEqualTo(data.toAbsolutePath());
            assertThatThrownBy(() -> DataDirectory.open(data))
                    .isInstanceOf(LaunchException.class)
                    .hasMessageContaining("another launcher")
                    .hasMessageContaining("--data");
        }
        DataDirectory.open(data).close();
    }

    @Test
    void aNewDirectoryIsItsOwnersAlone() throws Exception {
        Path data = parent.resolve("data");
        DataDirectory.open(data).close();
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(data)))
                .isEqualTo("rwx------");
    }

    @Test
    void aPlaceThatCannotBeWrittenIsNamed() throws Exception {
        Path file = Files.createFile(parent.resolve("file"));
        assertThatThrownBy(() -> DataDirectory.open(file.resolve("data")))
                .isInstanceOf(LaunchException.class)
                .hasMessageContaining(file.resolve("data") + " cannot be written");
    }

    @Test
    void tooLittleSpaceIsSaidBeforeAnythingStarts() {
        assertThatThrownBy(() -> DataDirectory.open(parent.resolve("data"), Long.MAX_VALUE))
                .isInstanceOf(LaunchException.class)
                .hasMessageContaining("MiB free");
        DataDirectory.open(parent.resolve("data")).close();
    }
}
