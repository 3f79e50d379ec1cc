package org.redress.system;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.redress.launcher.Redress;

/** Every command in a document works: the {@code sh} blocks of a page run one after another against the running system. */
class DocumentedCommandsST {
    private static final Path ROOT = Path.of("..").toAbsolutePath().normalize();
    private static final Pattern BLOCK = Pattern.compile("```sh\\n(.*?)```", Pattern.DOTALL);

    /** Commands that other tests run: starting the system, and the gates themselves. */
    private static final Set<String> RUN_ELSEWHERE = Set.of("./redress up", "mvn verify", "mvn verify -Pfast");

    static Stream<Path> pages() throws IOException {
        try (var files = Files.walk(ROOT, 4)) {
            return files
                    .filter(file -> file.toString().endsWith(".md"))
                    .filter(file -> !file.toString().matches(".*/(target|node_modules|\\.redress|\\.git)/.*"))
                    .filter(DocumentedCommandsST::hasCommands)
                    .sorted()
                    .collect(Collectors.toList())
                    .stream();
        }
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("pages")
    void theCommandsOfAPageWork(Path page) throws Exception {
        Redress redress = RunningSystem.redress();
        Path work = Files.createTempDirectory(Path.of("target"), "commands").toAbsolutePath();
        String script = "set -eu -o pipefail\ncd " + work + "\n"
                + commands(page)
                        .replace("http://localhost:8080", redress.frontDoor().toString())
                        .replaceAll(
                                "\\./redress (token|status)", ROOT + "/redress $1 --data " + redress.dataDirectory());
        var process = new ProcessBuilder("bash", "-c", script)
                .redirectErrorStream(true)
                .start();
        String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(process.waitFor()).as(script + "\n---\n" + output).isZero();
    }

    private static boolean hasCommands(Path page) {
        return !commands(page).isBlank();
    }

    private static String commands(Path page) {
        try {
            return BLOCK.matcher(Files.readString(page))
                    .results()
                    .map(block -> block.group(1))
                    .filter(block -> !RUN_ELSEWHERE.contains(block.strip()))
                    .collect(Collectors.joining("\n"));
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }
}
