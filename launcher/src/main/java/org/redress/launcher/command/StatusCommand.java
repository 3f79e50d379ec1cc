package org.redress.launcher.command;

import java.io.PrintWriter;
import java.util.concurrent.Callable;
import org.redress.launcher.data.RunRecord;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** Shows what runs. Exit code 0: all of it is ready; 3: it runs and is not ready; 1: it does not run. */
@Command(
        name = "status",
        mixinStandardHelpOptions = true,
        description =
                "Shows front door, broker, databases and every process. Exit code 0: ready, 3: not ready, 1: not running.")
final class StatusCommand implements Callable<Integer> {
    private static final int NOT_RUNNING = 1;
    private static final int NOT_READY = 3;

    @Mixin
    private DataOption data = new DataOption();

    @Option(names = "--json", description = "as JSON")
    private boolean json;

    @Spec
    private CommandSpec spec = CommandSpec.create();

    @Override
    public Integer call() {
        PrintWriter out = spec.commandLine().getOut();
        RunRecord run = RunRecord.read(data.layout().runRecord())
                .filter(RunRecord::isRunning)
                .orElse(null);
        if (run == null) {
            notRunning();
            return NOT_RUNNING;
        }
        if (json) {
            out.println(run.toJson().toPrettyString());
        } else {
            print(out, run);
        }
        out.flush();
        return run.ready() ? 0 : NOT_READY;
    }

    private static void print(PrintWriter out, RunRecord run) {
        out.println(run.ready() ? "Redress is ready: " + run.frontDoor() : "Redress runs and is not ready");
        out.println();
        out.printf("%-17s %-9s %8s  %s%n", "PROCESS", "STATUS", "PID", "URL");
        for (RunRecord.Entry entry : run.processes()) {
            out.printf("%-17s %-9s %8d  %s%n", entry.name(), entry.status(), entry.pid(), entry.url());
        }
        out.println();
        run.jdbcUrls().forEach((database, url) -> out.printf("%-17s %s%n", database, url));
    }

    private void notRunning() {
        PrintWriter err = spec.commandLine().getErr();
        err.println("redress: nothing runs on " + data.layout().root());
        RunRecord.read(data.layout().runRecord()).stream()
                .flatMap(run -> run.processes().stream())
                .filter(RunRecord.Entry::isAlive)
                .forEach(entry -> err.println("redress: left over by a launcher that was killed: " + entry.name()
                        + ", pid " + entry.pid() + " (the next ./redress up stops it)"));
        err.flush();
    }
}
