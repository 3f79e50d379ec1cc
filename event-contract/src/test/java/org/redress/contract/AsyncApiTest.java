package org.redress.contract;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.redress.contract.ContractFiles.EventType;

/** {@code asyncapi.yaml} seen by the AsyncAPI initiative's own parser. Needs Node; without it these tests are skipped. */
class AsyncApiTest {
    private static final Path SOURCES = Path.of("src/test/asyncapi");

    /** Under target, so that the parser is installed once and not for every run. */
    private static final Path INSTALLED = Path.of("target/asyncapi");

    private record Run(int code, List<String> lines) {}

    @BeforeAll
    static void install() throws IOException, InterruptedException {
        assumeTrue(
                answers("node", "--version") && answers("npm", "--version"), "skipped: node and npm are not installed");
        Files.createDirectories(INSTALLED);
        Path lock = INSTALLED.resolve("package-lock.json");
        Path done = INSTALLED.resolve("node_modules/.package-lock.json");
        boolean current = Files.exists(done)
                && Files.exists(lock)
                && Files.mismatch(lock, SOURCES.resolve("package-lock.json")) == -1;
        for (String file : List.of("package.json", "package-lock.json", "check.mjs")) {
            Files.write(INSTALLED.resolve(file), Files.readAllBytes(SOURCES.resolve(file)));
        }
        if (!current) {
            Run run = run("npm", "ci", "--ignore-scripts", "--no-audit", "--no-fund");
            assumeTrue(
                    run.code == 0, () -> "skipped: npm could not install the parser\n" + String.join("\n", run.lines));
        }
    }

    @Test
    void theParserFindsNoFaultAndEveryTypeOfTheCatalogue() throws IOException, InterruptedException {
        Run run = check(ContractFiles.ROOT);

        assertThat(run.lines)
                .containsExactlyInAnyOrderElementsOf(ContractFiles.types()
                        .map(EventType::wireName)
                        .map(name -> "message " + name)
                        .toList());
        assertThat(run.code).isZero();
    }

    @Test
    void theParserNoticesAMissingSchemaAndABrokenOne(@TempDir Path copy) throws IOException, InterruptedException {
        ReleasedFilesTest.copy(ContractFiles.ROOT, copy);
        Path broken = copy.resolve("schema/clock-started.v1.json");
        Files.writeString(broken, Files.readString(broken).replaceFirst("\"type\": \"object\"", "\"type\": \"objet\""));
        Run run = check(copy);
        assertThat(run.code).isEqualTo(1);
        assertThat(run.lines).anyMatch(line -> line.startsWith("Error") && line.contains("Did you mean \"object\""));

        Files.delete(broken);
        run = check(copy);
        assertThat(run.code).isEqualTo(1);
        assertThat(run.lines)
                .anyMatch(line -> line.startsWith("Error invalid-ref") && line.contains("clock-started.v1"));
    }

    @Test
    void theLockFileNamesNoRegistryHost() {
        assertThat(ContractFiles.text(SOURCES.resolve("package-lock.json"))).doesNotContain("\"resolved\"");
    }

    private static Run check(Path root) throws IOException, InterruptedException {
        return run(
                "node",
                "check.mjs",
                root.resolve("asyncapi.yaml").toAbsolutePath().toString());
    }

    private static boolean answers(String... command) throws InterruptedException {
        try {
            return run(command).code == 0;
        } catch (IOException e) {
            return false;
        }
    }

    private static Run run(String... command) throws IOException, InterruptedException {
        Path directory = Files.isDirectory(INSTALLED) ? INSTALLED : SOURCES;
        Path output = Files.createTempFile("asyncapi", ".txt");
        Process process = new ProcessBuilder(new ArrayList<>(List.of(command)))
                .directory(directory.toFile())
                .redirectErrorStream(true)
                .redirectOutput(output.toFile())
                .start();
        if (!process.waitFor(180, TimeUnit.SECONDS)) {
            process.destroyForcibly();
            throw new IOException(String.join(" ", command) + " took more than three minutes");
        }
        List<String> lines = Files.readAllLines(output);
        Files.delete(output);
        return new Run(process.exitValue(), lines);
    }
}
