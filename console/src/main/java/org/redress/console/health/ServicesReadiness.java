package org.redress.console.health;

import io.smallrye.health.api.AsyncHealthCheck;
import io.smallrye.mutiny.Uni;
import io.vertx.core.Future;
import io.vertx.core.buffer.Buffer;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.eclipse.microprofile.health.HealthCheckResponse;
import org.eclipse.microprofile.health.Readiness;
import org.redress.console.frontdoor.ServiceDocuments;
import org.redress.console.frontdoor.Upstream;

/** Ready when all four services behind the front door say that they are. */
@Readiness
@ApplicationScoped
public class ServicesReadiness implements AsyncHealthCheck {
    private static final Duration PATIENCE = Duration.ofSeconds(3);

    private final ServiceDocuments documents;

    ServicesReadiness(ServiceDocuments documents) {
        this.documents = documents;
    }

    @Override
    public Uni<HealthCheckResponse> call() {
        return Uni.createFrom().completionStage(() -> {
            var answers = documents.readAll("/q/health/ready", PATIENCE);
            return Future.join(List.copyOf(answers.values()))
                    .otherwiseEmpty()
                    .map(all -> response(answers))
                    .toCompletionStage();
        });
    }

    private static HealthCheckResponse response(Map<Upstream, Future<Buffer>> answers) {
        var response = HealthCheckResponse.named("services");
        answers.forEach((service, answer) -> response.withData(service.label(), answer.succeeded() ? "UP" : "DOWN"));
        return response.status(answers.values().stream().allMatch(Future::succeeded))
                .build();
    }
}
