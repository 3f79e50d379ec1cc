package org.redress.launcher.run;

import java.util.Map;

/**
 * One more process of an application, beside the one that every run has.
 *
 * @param name in logs, in {@code status} and in addresses; no part has it yet
 * @param environment added to the application's own, for example to start it under another clock
 * @param atOnce whether it starts with the run, which then waits for it; otherwise when a test asks for it
 */
public record FurtherInstance(String name, Application application, Map<String, String> environment, boolean atOnce) {
    /** Copies the environment. */
    public FurtherInstance {
        environment = Map.copyOf(environment);
    }
}
