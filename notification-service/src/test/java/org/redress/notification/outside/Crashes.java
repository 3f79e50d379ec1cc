package org.redress.notification.outside;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.Set;
import java.util.UUID;
import org.redress.notification.sms.SendingListener;
import org.redress.notification.sms.SendingStep;

/** Ends an attempt at a planned step as the death of the process would: nothing after it runs. */
@ApplicationScoped
public class Crashes implements SendingListener {
    private final Set<SendingStep> planned = EnumSet.noneOf(SendingStep.class);
    private final Set<UUID> crashed = new HashSet<>();

    /** Not an exception, so that no handler of exceptions can soften it. */
    private static final class Crash extends Error {
        private static final long serialVersionUID = 1L;

        Crash(SendingStep step) {
            super("planned crash after " + step);
        }
    }

    /** Plans one crash at each of these steps, each of another delivery. */
    public synchronized void planAt(Set<SendingStep> steps) {
        planned.addAll(steps);
    }

    /** Whether every planned crash has happened. */
    public synchronized boolean done() {
        return planned.isEmpty();
    }

    @Override
    public synchronized void reached(SendingStep step, UUID delivery) {
        if (planned.contains(step) && crashed.add(delivery)) {
            planned.remove(step);
            throw new Crash(step);
        }
    }
}
