package org.redress.service.limit;

import io.vertx.core.http.HttpServerRequest;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Set;

/** From which address a request comes: the connection's other end, or whom the front door names, and nobody else. */
@ApplicationScoped
class Addresses {
    private final Set<String> frontDoors;

    Addresses(LimitConfig config) {
        frontDoors = Set.copyOf(config.frontDoors());
    }

    String of(HttpServerRequest request) {
        String peer = request.remoteAddress() == null
                ? "unknown"
                : request.remoteAddress().hostAddress();
        String named = request.getHeader("X-Forwarded-For");
        boolean believed = named != null && !named.isBlank() && named.length() <= 64 && frontDoors.contains(peer);
        return believed ? named : String.valueOf(peer);
    }
}
