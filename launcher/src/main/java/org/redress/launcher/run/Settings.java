package org.redress.launcher.run;

import java.nio.file.Path;
import java.time.Clock;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.redress.launcher.process.Terminal;

/**
 * How one run is to be.
 *
 * @param installation the built checkout
 * @param dataDir what it keeps
 * @param port the front door's port; 0 chooses one and keeps it
 * @param without applications that are left out, to be run some other way
 * @param further processes beside the one of each application
 * @param terminal where everything is shown
 * @param clock what the simulators' ledgers are dated by
 */
public record Settings(
        Installation installation,
        Path dataDir,
        int port,
        Set<Application> without,
        List<FurtherInstance> further,
        Terminal terminal,
        Clock clock) {
    /** The applications that run. */
    public Set<Application> applications() {
        var running = EnumSet.allOf(Application.class);
        running.removeAll(without);
        return running;
    }
}
