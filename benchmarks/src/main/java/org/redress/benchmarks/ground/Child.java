package org.redress.benchmarks.ground;

import java.io.IOException;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;
import java.util.logging.Logger;

/** A process of the run. A run that is ended from outside leaves none behind. */
final class Child implements AutoCloseable {
    private static final Logger LOG = Logger.getLogger(Child.class.getName());
    private static final int STOPS_WITHIN_SECONDS = 20;

    private final Process process;
    private final Thread hook;

    private Child(Process process) {
        this.process = process;
        this.hook = new Thread(process::destroy, "stop-" + process.pid());
        Runtime.getRuntime().addShutdownHook(hook);
    }

    static Child of(ProcessBuilder builder) throws IOException {
        return new Child(builder.start());
    }

    /** The command of this process's own JDK. */
    static String java() {
        return Path.of(System.getProperty("java.home"), "bin", "java").toString();
    }

    long pid() {
        return process.pid();
    }

    boolean isAlive() {
        return process.isAlive();
    }

    @Override
    public void close() {
        process.destroy();
        try {
            if (!process.waitFor(STOPS_WITHIN_SECONDS, TimeUnit.SECONDS)) {
                process.destroyForcibly();
            }
        } catch (InterruptedException e) {
            process.destroyForcibly();
            Thread.currentThread().interrupt();
        }
        try {
            Runtime.getRuntime().removeShutdownHook(hook);
        } catch (IllegalStateException e) {
            LOG.fine("the run is being ended, the hook runs already");
        }
    }
}
