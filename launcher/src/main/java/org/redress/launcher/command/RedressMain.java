package org.redress.launcher.command;

import java.io.PrintWriter;
import org.redress.launcher.LaunchException;
import picocli.CommandLine;
import picocli.CommandLine.Command;

/** The run script's commands. Exit codes: 0 well, 1 a message says what stands in the way, 2 wrong usage, 3 not ready yet. */
@Command(
        name = "redress",
        mixinStandardHelpOptions = true,
        version = "redress 0.1.0-SNAPSHOT",
        description = "Complaints about virtual goods, from filing to an executed remedy.",
        subcommands = {UpCommand.class, StatusCommand.class, TokenCommand.class, BenchCommand.class})
public final class RedressMain {
    /** Runs one command and exits with its code. */
    public static void main(String[] args) {
        System.exit(commandLine().execute(args));
    }

    static CommandLine commandLine() {
        return new CommandLine(new RedressMain()).setExecutionExceptionHandler((failure, command, parsed) -> {
            PrintWriter err = command.getErr();
            if (failure instanceof LaunchException) {
                err.println("redress: " + failure.getMessage());
            } else {
                failure.printStackTrace(err);
            }
            err.flush();
            return 1;
        });
    }
}
