package org.redress.sla.watch;

import jakarta.enterprise.context.ApplicationScoped;
import org.eclipse.microprofile.health.HealthCheck;
import org.eclipse.microprofile.health.HealthCheckResponse;
import org.eclipse.microprofile.health.Liveness;

/**
 * Down when the watch's thread does nothing any more. A database that is away is no reason to restart the service: then the
 * thread keeps trying, readiness says so, and the age of the last successful look is a metric.
 */
@Liveness
@ApplicationScoped
class WatchHealth implements HealthCheck {
    private final Watchkeeper keeper;
    private final WatchConfig config;

    WatchHealth(Watchkeeper keeper, WatchConfig config) {
        this.keeper = keeper;
        this.config = config;
    }

    @Override
    public HealthCheckResponse call() {
        var silence = keeper.sinceLastTry();
        return HealthCheckResponse.named("sla watch")
                .status(silence.compareTo(config.silence()) < 0)
                .withData("lastLookSecondsAgo", keeper.sinceLastLook().toSeconds())
                .build();
    }
}
