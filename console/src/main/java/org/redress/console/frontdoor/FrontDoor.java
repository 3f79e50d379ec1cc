package org.redress.console.frontdoor;

import io.vertx.core.Vertx;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.net.URI;
import java.util.EnumMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Takes every request under {@code /api/} and passes it to the service that owns its first path segment. */
@ApplicationScoped
public class FrontDoor {
    private static final int BEFORE_PAGES = -1000;

    private final Map<Upstream, ServiceLane> requests = new EnumMap<>(Upstream.class);
    private final Map<Upstream, ServiceLane> streams = new EnumMap<>(Upstream.class);
    private final long maxBody;

    FrontDoor(Vertx vertx, FrontDoorConfig config) {
        maxBody = config.maxBody().asLongValue();
        for (Upstream service : Upstream.values()) {
            URI base = config.services().get(service.label());
            if (base == null || base.getHost() == null) {
                throw new IllegalStateException(
                        "set redress.front-door.services." + service.label() + " to the http address of that service");
            }
            requests.put(
                    service, new ServiceLane(vertx, service, base, config.connections(), config.silence(), config));
            streams.put(
                    service, new ServiceLane(vertx, service, base, config.streams(), config.streamSilence(), config));
        }
    }

    /** A route without a path: what the path is decides {@link RequestTarget} alone, on the target as it came. */
    void install(@Observes Router router) {
        router.route().order(BEFORE_PAGES).handler(this::receive);
    }

    private void receive(RoutingContext context) {
        String target = context.request().uri();
        if (!looksLikeApi(target) && !looksLikeApi(context.normalizedPath())) {
            context.next();
            return;
        }
        var known = RequestTarget.of(target);
        if (context.request().authority() == null) {
            Refusal.BAD_REQUEST.answer(context);
        } else if (known.isEmpty()) {
            Refusal.NOT_FOUND.answer(context);
        } else if (announcedLength(context) > maxBody) {
            Refusal.BODY_TOO_LARGE.answer(context);
        } else {
            var lanes = known.get().stream() ? streams : requests;
            lane(lanes, known.get().upstream()).pass(context);
        }
    }

    private static ServiceLane lane(Map<Upstream, ServiceLane> lanes, Upstream service) {
        ServiceLane lane = lanes.get(service);
        if (lane == null) {
            throw new IllegalStateException("no way to " + service);
        }
        return lane;
    }

    private static boolean looksLikeApi(@Nullable String path) {
        return path != null && (path.startsWith("/api/") || path.equals("/api"));
    }

    private static long announcedLength(RoutingContext context) {
        String length = context.request().getHeader("Content-Length");
        try {
            return length == null ? 0 : Long.parseLong(length);
        } catch (NumberFormatException e) {
            return Long.MAX_VALUE;
        }
    }
}
