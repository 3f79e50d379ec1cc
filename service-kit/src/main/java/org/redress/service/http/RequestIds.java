package org.redress.service.http;

import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.util.regex.Pattern;
import org.jboss.logging.MDC;
import org.redress.service.id.Ids;

/** Gives every request an id: a client's own if it is a harmless one. Problems, logs and the answer carry it. */
@ApplicationScoped
public class RequestIds {
    /** The header that carries the id, in requests and answers. */
    public static final String HEADER = "X-Request-Id";

    private static final Pattern ACCEPTED = Pattern.compile("[A-Za-z0-9._-]{8,64}");
    private static final int BEFORE_ALL_OTHERS = -10_000;

    void install(@Observes Router router) {
        router.route().order(BEFORE_ALL_OTHERS).handler(RequestIds::name);
    }

    private static void name(RoutingContext context) {
        String given = context.request().getHeader(HEADER);
        String id = given != null && ACCEPTED.matcher(given).matches()
                ? given
                : Ids.next().toString();
        // Set on the request itself: whoever reads the header later, on whatever thread, reads a clean id.
        context.request().headers().set(HEADER, id);
        context.response().putHeader(HEADER, id);
        MDC.put("requestId", id);
        context.next();
    }
}
