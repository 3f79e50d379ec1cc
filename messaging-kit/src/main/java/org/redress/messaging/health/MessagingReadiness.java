package org.redress.messaging.health;

import jakarta.inject.Singleton;
import org.eclipse.microprofile.health.HealthCheck;
import org.eclipse.microprofile.health.HealthCheckResponse;
import org.eclipse.microprofile.health.Readiness;
import org.redress.messaging.MessagingConfig;
import org.redress.messaging.inbox.KafkaSubscriptions;
import org.redress.messaging.outbox.RelayState;

/**
 * Reports how messaging stands and is always up: while the broker is away requests are still served, their events wait in
 * the outbox, and taking the instance out of service would only make it worse.
 */
@Readiness
@Singleton
class MessagingReadiness implements HealthCheck {
    private final MessagingConfig config;
    private final RelayState relay;
    private final KafkaSubscriptions subscriptions;
    private final Gauges gauges;

    MessagingReadiness(MessagingConfig config, RelayState relay, KafkaSubscriptions subscriptions, Gauges gauges) {
        this.config = config;
        this.relay = relay;
        this.subscriptions = subscriptions;
        this.gauges = gauges;
    }

    @Override
    public HealthCheckResponse call() {
        var answer = HealthCheckResponse.named("messaging").up();
        if (config.topic().isPresent()) {
            answer.withData("broker", relay.reachable() ? "reachable" : "away");
            answer.withData("unsent", gauges.unsent());
        }
        answer.withData("parked", gauges.parked());
        subscriptions.states().forEach(state -> answer.withData("partitions of " + state.topic(), state.partitions()));
        return answer.build();
    }
}
