package org.redress.console.frontdoor;

import io.vertx.core.Future;
import io.vertx.core.http.HttpClientRequest;
import io.vertx.httpproxy.Body;
import io.vertx.httpproxy.ProxyContext;
import io.vertx.httpproxy.ProxyResponse;
import org.jspecify.annotations.Nullable;

/**
 * One request on its way: watches that it moves and stays within bounds, and knows why it was given up.
 *
 * <p>Lives on one event loop, like all that happens to its request.
 */
final class Exchange {
    private final long maxBody;
    private boolean moved;
    private @Nullable WatchedStream sent;
    private @Nullable HttpClientRequest upstream;
    private @Nullable Refusal fault;

    Exchange(long maxBody) {
        this.maxBody = maxBody;
    }

    /** Bytes went in one direction. */
    void moved() {
        moved = true;
    }

    /** Whether anything moved since the last call. */
    boolean movedSince() {
        boolean since = moved;
        moved = false;
        return since;
    }

    void sentWith(HttpClientRequest request) {
        upstream = request;
    }

    /** Ends the exchange with the service, if one was begun. */
    void abandon(@Nullable Refusal why) {
        fault = fault == null ? why : fault;
        if (upstream != null) {
            upstream.reset();
        }
    }

    /** Whether the service was reached: then it may have acted. */
    boolean reachedService() {
        return upstream != null;
    }

    @Nullable
    Refusal fault() {
        return fault;
    }

    /** Gives up for nothing moved: it is the client who dawdles as long as the service would take more of the body. */
    void abandonSilent() {
        abandon(sent != null && sent.isAwaited() ? Refusal.TOO_SLOW : Refusal.NO_ANSWER);
    }

    /** The request's body, watched and bounded. */
    void watchRequest(ProxyContext context) {
        Body body = context.request().getBody();
        var watched = new WatchedStream(body.stream(), maxBody, this::moved, () -> abandon(Refusal.BODY_TOO_LARGE));
        sent = watched;
        context.request().setBody(body.length() >= 0 ? Body.body(watched, body.length()) : Body.body(watched));
    }

    /** The answer's body, watched. */
    Future<ProxyResponse> watchAnswer(ProxyResponse answer) {
        moved();
        // A 304 that comes with a text of its own is none to Vert.x: it would announce chunks that never come.
        answer.setStatusMessage(null);
        Body body = answer.getBody();
        if (body != null) {
            var watched = new WatchedStream(body.stream(), Long.MAX_VALUE, this::moved, () -> {});
            answer.setBody(body.length() >= 0 ? Body.body(watched, body.length()) : Body.body(watched));
        }
        return Future.succeededFuture(answer);
    }
}
