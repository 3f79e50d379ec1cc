package org.redress.launcher.command;

import java.nio.file.Path;
import org.redress.launcher.data.DataLayout;
import picocli.CommandLine.Option;

/** The data directory, an option all commands share. */
final class DataOption {
    @Option(
            names = "--data",
            paramLabel = "DIR",
            defaultValue = ".redress",
            description = "where the data is kept (default: ${DEFAULT-VALUE})")
    private Path directory = Path.of(".redress");

    Path directory() {
        return directory;
    }

    DataLayout layout() {
        return new DataLayout(directory.toAbsolutePath().normalize());
    }
}
