package org.redress.service.http;

import jakarta.inject.Singleton;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerResponseContext;
import java.util.regex.Pattern;
import org.jboss.logging.MDC;
import org.jboss.resteasy.reactive.server.ServerRequestFilter;
import org.jboss.resteasy.reactive.server.ServerResponseFilter;
import org.redress.service.id.Ids;

/** Gives every request an id, tells it in the answer, and keeps answers out of caches unless they say otherwise. */
@Singleton
public class AnswerHeaders {
    private static final String REQUEST_ID = "X-Request-Id";
    private static final Pattern ACCEPTED_ID = Pattern.compile("[A-Za-z0-9._-]{8,64}");

    /** Takes a client's request id if it is a harmless one, for the log and for problems. */
    @ServerRequestFilter(preMatching = true)
    public void name(ContainerRequestContext request) {
        String given = request.getHeaderString(REQUEST_ID);
        MDC.put(
                "requestId",
                given != null && ACCEPTED_ID.matcher(given).matches()
                        ? given
                        : Ids.next().toString());
    }

    /** Adds what every answer carries. */
    @ServerResponseFilter
    public void complete(ContainerResponseContext response) {
        var headers = response.getHeaders();
        if (!headers.containsKey("Cache-Control")) {
            headers.putSingle("Cache-Control", "no-store");
        }
        Object id = MDC.get("requestId");
        if (id != null) {
            headers.putSingle(REQUEST_ID, id);
        }
    }
}
