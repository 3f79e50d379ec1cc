package org.redress.console.openapi;

import io.vertx.core.Future;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.json.JsonObject;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.jboss.logging.Logger;
import org.redress.console.frontdoor.Refusal;
import org.redress.console.frontdoor.ServiceDocuments;
import org.redress.console.frontdoor.Upstream;

/** Serves {@code /q/openapi/<service>} and, of all four, {@code /q/openapi}; JSON, which is YAML too. */
@ApplicationScoped
public class OpenApiRoutes {
    private static final Logger LOG = Logger.getLogger(OpenApiRoutes.class);
    private static final String SOURCE = "/q/openapi?format=json";
    private static final Duration PATIENCE = Duration.ofSeconds(5);

    private final ServiceDocuments documents;

    OpenApiRoutes(ServiceDocuments documents) {
        this.documents = documents;
    }

    void install(@Observes Router router) {
        router.get("/q/openapi").handler(this::all);
        for (Upstream service : Upstream.values()) {
            router.get("/q/openapi/" + service.label()).handler(context -> one(service, context));
        }
    }

    private void one(Upstream service, RoutingContext context) {
        answer(context, documents.read(service, SOURCE, PATIENCE));
    }

    private void all(RoutingContext context) {
        var read = documents.readAll(SOURCE, PATIENCE);
        answer(context, Future.all(List.copyOf(read.values())).map(all -> merged(read)));
    }

    private static Buffer merged(Map<Upstream, Future<Buffer>> read) {
        var merged = new MergedDocument();
        read.forEach((service, document) -> merged.add(service.label(), new JsonObject(document.result())));
        return merged.document().toBuffer();
    }

    private static void answer(RoutingContext context, Future<Buffer> document) {
        document.onSuccess(body -> context.response()
                        .putHeader("Content-Type", "application/json")
                        .end(body))
                .onFailure(cause -> {
                    LOG.warnf("OpenAPI: %s", cause.toString());
                    Refusal.UNAVAILABLE.answer(context);
                });
    }
}
