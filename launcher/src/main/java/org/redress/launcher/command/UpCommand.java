package org.redress.launcher.command;

import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.time.Clock;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.concurrent.Callable;
import org.redress.launcher.LaunchException;
import org.redress.launcher.demo.DemoComplaints;
import org.redress.launcher.process.Terminal;
import org.redress.launcher.run.Application;
import org.redress.launcher.run.Installation;
import org.redress.launcher.run.Run;
import org.redress.launcher.run.Settings;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Starts everything in the foreground; Ctrl-C or SIGTERM stops it in order. */
@Command(
        name = "up",
        mixinStandardHelpOptions = true,
        description = "Starts everything in the foreground, on its own Kafka and PostgreSQL. Ctrl-C stops it.")
final class UpCommand implements Callable<Integer> {
    @Mixin
    private DataOption data = new DataOption();

    @Option(
            names = "--port",
            paramLabel = "PORT",
            defaultValue = "8080",
            description = "the front door's port on localhost (default: ${DEFAULT-VALUE})")
    private int port;

    @Option(names = "--demo", description = "also files a day's worth of sample complaints")
    private boolean demo;

    @Option(
            names = "--without",
            paramLabel = "NAME",
            hidden = true,
            description = "leaves a part out, to run it from an editor: console, intake, triage, sla or notification")
    private Set<String> without = new HashSet<>();

    @Override
    public Integer call() throws InterruptedException {
        if (port < 0 || port > 65_535) {
            throw new LaunchException("--port is a number from 1 to 65535");
        }
        long start = System.nanoTime();
        var terminal = new Terminal(new FileOutputStream(FileDescriptor.out), data.directory());
        Run run = Run.prepare(new Settings(
                Installation.locate(), data.directory(), port, leftOut(), List.of(), terminal, Clock.systemUTC()));
        Runtime.getRuntime().addShutdownHook(new Thread(() -> stop(run, terminal), "stop"));
        terminal.say("Starting Redress on the data in " + data.layout().root());
        run.begin();
        if (!run.awaitReady()) {
            return 1;
        }
        terminal.say("Redress is ready: " + run.addresses().url(Application.CONSOLE));
        terminal.say("(after " + seconds(System.nanoTime() - start)
                + " s; Ctrl-C stops it; ./redress token --help tells how to call it)");
        if (demo) {
            new DemoComplaints(
                            run.addresses().url(Application.CONSOLE),
                            run.outside().issuer(),
                            terminal::say)
                    .file();
        }
        throw new LaunchException(run.awaitFailure());
    }

    private static String seconds(long nanos) {
        return String.format(Locale.ROOT, "%.1f", nanos / 1e9);
    }

    private static void stop(Run run, Terminal terminal) {
        terminal.say("Stopping Redress");
        run.close();
        terminal.say("Redress has stopped; its data stays");
    }

    private Set<Application> leftOut() {
        var applications = new HashSet<Application>();
        for (String name : without) {
            applications.add(Arrays.stream(Application.values())
                    .filter(application -> application.partName().equals(name))
                    .findFirst()
                    .orElseThrow(() -> new LaunchException("no such part: " + name)));
        }
        return applications;
    }
}
