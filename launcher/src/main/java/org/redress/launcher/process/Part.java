package org.redress.launcher.process;

import java.io.IOException;
import java.time.Duration;
import java.util.Optional;

/**
 * One process that is started, watched and stopped. A part can be started again after it ended. Methods are called by one
 * supervising thread, except {@link #stamp()}, {@link #isAlive()} and {@link #kill()}, which any thread may call.
 */
public interface Part {
    /** The name in logs and in the state, for example {@code intake}. */
    String name();

    /** Where it is reached, for example {@code http://localhost:8081}. */
    String url();

    /**
     * Starts the process; it need not be ready when this returns.
     *
     * @throws IOException when it cannot be started
     */
    void start() throws IOException, InterruptedException;

    /** The running process; empty before the start and after the end. */
    Optional<ProcessStamp> stamp();

    /** Whether the process runs. */
    boolean isAlive();

    /** Whether the very process that was started does its work now. */
    boolean isReady();

    /**
     * Waits for the end of the process.
     *
     * @return whether it ended within the limit
     */
    boolean awaitExit(Duration limit) throws InterruptedException;

    /** Asks the process to end in order. */
    void terminate();

    /** Ends the process at once ({@code kill -9}). */
    void kill();
}
