package org.redress.launcher.run;

import java.io.File;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.redress.launcher.process.Orphans;

/**
 * Command lines for child JVMs: this process's own JDK, small heaps, quick compilation, and the mark by which orphans are
 * recognised. Start-up time and memory of seven processes on one machine count more here than peak speed.
 */
final class JavaCommand {
    private static final String ARCHIVE = "app-cds.jsa";

    private final Path dataDir;

    JavaCommand(Path dataDir) {
        this.dataDir = dataDir;
    }

    /** A packaged application; run it with its folder as the working directory, as its class archive demands. */
    List<String> application(Path folder) {
        List<String> command = start("-Xmx128m");
        if (Files.exists(folder.resolve(ARCHIVE))) {
            command.add("-XX:SharedArchiveFile=" + ARCHIVE);
        }
        command.add("-jar");
        command.add("quarkus-run.jar");
        return command;
    }

    /** A main class of the launcher's own class path. */
    List<String> main(Class<?> main, List<String> options, List<String> arguments) {
        List<String> command = start("-Xmx256m");
        command.addAll(options);
        command.add("-cp");
        command.add(absoluteClassPath());
        command.add(main.getName());
        command.addAll(arguments);
        return command;
    }

    /** The child has a working directory of its own. */
    private static String absoluteClassPath() {
        return Arrays.stream(System.getProperty("java.class.path").split(Pattern.quote(File.pathSeparator)))
                .map(entry -> Path.of(entry).toAbsolutePath().toString())
                .collect(Collectors.joining(File.pathSeparator));
    }

    private List<String> start(String heap) {
        return new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                heap,
                "-Xss512k",
                "-XX:+UseSerialGC",
                "-XX:TieredStopAtLevel=1",
                "-XX:+ExitOnOutOfMemoryError",
                "-Xshare:auto",
                Orphans.mark(dataDir)));
    }
}
