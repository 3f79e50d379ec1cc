package org.redress.launcher.run;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.EnumSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.redress.launcher.LaunchException;

class InstallationTest {
    @TempDir
    Path root;

    @Test
    void whatIsNotBuiltIsNamedWithTheCommandThatBuildsIt() throws Exception {
        var installation = new Installation(root);
        Path console = installation.folder(Application.CONSOLE);
        Files.createDirectories(console);
        Files.createFile(console.resolve("quarkus-run.jar"));
        assertThatThrownBy(() -> installation.requireBuilt(EnumSet.of(Application.CONSOLE, Application.SLA)))
                .isInstanceOf(LaunchException.class)
                .hasMessageContaining("not built: sla-service;")
                .hasMessageContaining("-pl sla-service -am");
        assertThatCode(() -> installation.requireBuilt(EnumSet.of(Application.CONSOLE)))
                .doesNotThrowAnyException();
    }

    @Test
    void theRepositoryIsFoundFromBelow() {
        assertThat(Installation.locate().root().resolve("launcher"))
                .isEqualTo(Path.of("").toAbsolutePath());
    }
}
