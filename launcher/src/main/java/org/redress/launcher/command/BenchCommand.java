package org.redress.launcher.command;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import org.redress.launcher.LaunchException;
import org.redress.launcher.run.Installation;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Unmatched;

/** Runs a benchmark: the runnable jar of the benchmarks module, with the same arguments. */
@Command(name = "bench", description = "Runs a benchmark; all further options are the benchmark's own.")
final class BenchCommand implements Callable<Integer> {
    @Parameters(index = "0", paramLabel = "NAME", description = "which one, for example path")
    private String name = "";

    @Unmatched
    private List<String> options = new ArrayList<>();

    @Override
    public Integer call() throws IOException, InterruptedException {
        Installation installation = Installation.locate();
        Path jar = installation.root().resolve("benchmarks/target/benchmarks.jar");
        if (Files.notExists(jar)) {
            throw new LaunchException("the benchmarks are not built: " + jar + " is missing");
        }
        var command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-D" + Installation.HOME + "=" + installation.root(),
                "-jar",
                jar.toString(),
                name));
        command.addAll(options);
        var builder = new ProcessBuilder(command).inheritIO();
        // A load is more than any person may send; its services inherit that nobody is limited.
        builder.environment().put("REDRESS_LIMITS_ENABLED", "false");
        Process bench = builder.start();
        // Who ends this command ends the run with it.
        Runtime.getRuntime().addShutdownHook(new Thread(bench::destroy, "stop-bench"));
        return bench.waitFor();
    }
}
