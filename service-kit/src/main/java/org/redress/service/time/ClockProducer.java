package org.redress.service.time;

import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.time.Clock;

/**
 * Produces the one clock of a service, in UTC. Everything else takes time as a parameter or injects this clock; deadlines
 * do not use it at all, the database's clock decides them.
 */
@Singleton
public class ClockProducer {
    @Produces
    @Singleton
    Clock clock() {
        return Clock.systemUTC();
    }
}
