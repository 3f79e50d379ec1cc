package org.redress.sla.watch;

import jakarta.enterprise.context.ApplicationScoped;
import org.eclipse.microprofile.health.HealthCheck;
import org.eclipse.microprofile.health.HealthCheckResponse;
import org.eclipse.microprofile.health.Liveness;

/** Down when the watch has not looked for too long: its thread hangs or the database does not answer it. */
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
        var silence = keeper.sinceLastLook();
        return HealthCheckResponse.named("sla watch")
                .status(silence.compareTo(config.silence()) < 0)
                .withData("lastLookSecondsAgo", silence.toSeconds())
                .build();
    }
}
