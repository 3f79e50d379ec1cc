package org.redress.system;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.redress.launcher.Redress;

/** The one running system of a test run: started with the first test that asks, stopped with the JVM. */
final class RunningSystem {
    private static final class Holder {
        private static final Redress REDRESS = start();

        private static Redress start() {
            try {
                Path data = Files.createTempDirectory(Files.createDirectories(Path.of("target")), "system");
                Redress redress = Redress.start(data, 0);
                Runtime.getRuntime().addShutdownHook(new Thread(redress::close, "stop the system"));
                return redress;
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }

    private RunningSystem() {}

    /** The system, ready. */
    static Redress redress() {
        return Holder.REDRESS;
    }

    /** A client of its front door. */
    static Client client() {
        return new Client(redress());
    }
}
