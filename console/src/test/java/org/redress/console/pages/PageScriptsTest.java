package org.redress.console.pages;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.vertx.core.json.JsonObject;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.TimeUnit;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class PageScriptsTest {
    private static final Path PAGES = Path.of("src/main/resources/META-INF/resources");
    private static final Pattern USED = Pattern.compile("(?:data-text|data-label)=\"(\\w+)\"|text\\('([\\w.]+)'[,)]");

    @Test
    void theScriptsDoWhatTheirTestsSay() throws IOException, InterruptedException {
        assumeTrue(run("node", "--version") == 0, "skipped: node is not installed");

        assertThat(run("node", "--experimental-detect-module", "--test", "src/test/js/"))
                .as("node --test, see target/node.txt")
                .isZero();
    }

    @Test
    void bothLanguagesHaveTheSameTexts() throws IOException {
        assertThat(texts("zh-CN").fieldNames()).isEqualTo(texts("en").fieldNames());
    }

    @Test
    void everyTextThatThePagesUseExists() throws IOException {
        Set<String> used = new TreeSet<>();
        try (Stream<Path> files = Files.list(PAGES)) {
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                USED.matcher(Files.readString(file))
                        .results()
                        .map(PageScriptsTest::key)
                        .forEach(used::add);
            }
        }

        assertThat(used).hasSizeGreaterThan(30);
        assertThat(texts("en").fieldNames()).containsAll(used);
    }

    @Test
    void noPageMakesMarkupOfData() throws IOException {
        try (Stream<Path> files = Files.list(PAGES)) {
            assertThat(files.filter(file -> file.toString().endsWith(".js")))
                    .allSatisfy(file -> assertThat(Files.readString(file))
                            .doesNotContain("innerHTML", "outerHTML", "insertAdjacentHTML", "document.write", "eval("));
        }
    }

    private static String key(MatchResult use) {
        return use.group(1) != null ? use.group(1) : use.group(2);
    }

    private static JsonObject texts(String language) throws IOException {
        return new JsonObject(Files.readString(PAGES.resolve("texts").resolve(language + ".json")));
    }

    private static int run(String... command) throws InterruptedException {
        try {
            Process process = new ProcessBuilder(command)
                    .redirectErrorStream(true)
                    .redirectOutput(Path.of("target/node.txt").toFile())
                    .start();
            if (!process.waitFor(60, TimeUnit.SECONDS)) {
                process.destroyForcibly();
                return -1;
            }
            return process.exitValue();
        } catch (IOException e) {
            return -1;
        }
    }
}
