package org.redress.launcher.command;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The run script on machines that lack something: a PATH with the usual small tools and nothing else. */
class RunScriptIT {
    private static final List<String> TOOLS =
            List.of("dirname", "readlink", "sed", "find", "mktemp", "mkdir", "mv", "rm");

    @TempDir
    Path bin;

    @BeforeEach
    void linkTools() throws IOException {
        for (String tool : TOOLS) {
            Files.createSymbolicLink(bin.resolve(tool), Path.of("/usr/bin", tool));
        }
    }

    @Test
    void withoutJavaItSaysWhatToInstall() throws Exception {
        assertRefused("none was found");
    }

    @Test
    void aRuntimeIsNoJdk() throws Exception {
        program("java", "echo 'openjdk version \"17.0.1\"'");
        assertRefused("a runtime without a compiler");
    }

    @Test
    void anOldJdkIsNamed() throws Exception {
        program("java", "exit 0");
        Files.createDirectories(bin.resolve("jdk/bin"));
        program("jdk/bin/java", "exit 0");
        program("jdk/bin/javac", "echo 'javac 11.0.2'");
        Files.createSymbolicLink(bin.resolve("javac"), bin.resolve("jdk/bin/javac"));
        assertRefused("found only: " + bin.toRealPath() + "/jdk (JDK 11)");
    }

    private void assertRefused(String message) throws Exception {
        var builder = new ProcessBuilder(
                        "/bin/bash", Path.of("../redress").toRealPath().toString(), "status")
                .redirectErrorStream(true);
        builder.environment().clear();
        builder.environment().put("PATH", bin.toString());
        Process script = builder.start();
        String output = new String(script.getInputStream().readAllBytes(), java.nio.charset.StandardCharsets.UTF_8);
        assertThat(output).startsWith("redress: a JDK 17 or later is needed").contains(message);
        assertThat(script.waitFor()).isNotZero();
    }

    private void program(String name, String script) throws IOException {
        Path file = Files.writeString(bin.resolve(name), "#!/bin/bash\n" + script + "\n");
        Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rwxr-xr-x"));
    }
}
