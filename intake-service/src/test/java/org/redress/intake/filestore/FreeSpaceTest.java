package org.redress.intake.filestore;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FreeSpaceTest {
    @Test
    void theDiskTellsWhatItHasLeft(@TempDir Path directory) throws IOException {
        assertThat(FreeSpace.ofDisk(directory)).isPositive();
    }

    @Test
    void aDirectoryThatIsGoneIsAFailureAndNoFullDisk(@TempDir Path directory) {
        assertThatThrownBy(() -> FreeSpace.ofDisk(directory.resolve("gone"))).isInstanceOf(IOException.class);
    }
}
