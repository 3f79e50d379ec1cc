package org.redress.launcher.data;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.redress.launcher.LaunchException;

class SecretsTest {
    @TempDir
    Path directory;

    @Test
    void aSecretIsMadeOnceAndEachNameHasItsOwn() {
        String intake = secrets().secret("database.intake");
        assertThat(intake).hasSizeGreaterThan(30).matches("[A-Za-z0-9_-]+");
        assertThat(secrets().secret("database.intake")).isEqualTo(intake);
        assertThat(secrets().secret("database.sla")).isNotEqualTo(intake);
    }

    @Test
    void onlyTheOwnerCanReadThem() throws Exception {
        secrets().secret("database.intake");
        Path file = new DataLayout(directory).secrets();
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file)))
                .isEqualTo("rw-------");
    }

    @Test
    void aBrokenFileIsNotSilentlyReplaced() throws Exception {
        Path file = new DataLayout(directory).secrets();
        Files.createDirectories(file.getParent());
        Files.writeString(file, "[1]");
        assertThatThrownBy(this::secrets).isInstanceOf(LaunchException.class).hasMessageContaining("cannot be read");
    }

    private Secrets secrets() {
        return new Secrets(new DataLayout(directory));
    }
}
