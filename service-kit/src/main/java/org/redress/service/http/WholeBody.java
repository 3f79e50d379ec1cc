package org.redress.service.http;

import io.vertx.core.Context;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.http.HttpVersion;
import io.vertx.ext.web.RoutingContext;
import io.vertx.ext.web.impl.RoutingContextInternal;
import java.time.Duration;
import java.util.function.BiConsumer;
import org.redress.service.problem.ProblemCode;

/**
 * The body of one request, taken in before anybody works on it: who stops in the middle, or sends a byte now and then,
 * holds a connection for a while and never a thread. Lives on the event loop of its request.
 */
final class WholeBody {
    /** A moment to read the answer before the connection, which can carry no other request, is closed. */
    private static final long MOMENT_MILLIS = 1000;

    private final RoutingContext routing;
    private final HttpServerRequest request;
    private final Context context;
    private final long longest;
    private final BiConsumer<RoutingContext, ProblemCode> refusal;
    private final Buffer taken = Buffer.buffer();
    private long timer;
    private boolean over;

    private WholeBody(RoutingContext routing, long longest, BiConsumer<RoutingContext, ProblemCode> refusal) {
        this.routing = routing;
        this.request = routing.request();
        this.context = routing.vertx().getOrCreateContext();
        this.longest = longest;
        this.refusal = refusal;
    }

    /**
     * Lets a request go on once its body is there, or refuses it and closes its connection.
     *
     * @param longest the most bytes it may have
     * @param patience how long it may take from its first to its last byte
     * @param refusal answers a request that is too slow, too long or no HTTP
     */
    static void take(
            RoutingContext routing, long longest, Duration patience, BiConsumer<RoutingContext, ProblemCode> refusal) {
        if (routing.request().isEnded() || !mayHaveBody(routing.request())) {
            routing.next();
        } else {
            new WholeBody(routing, longest, refusal).begin(patience);
        }
    }

    /** Of HTTP/2 the framework cannot take over a body that was read already; the front door speaks HTTP/1.1 to a service. */
    private static boolean mayHaveBody(HttpServerRequest request) {
        return request.version() != HttpVersion.HTTP_2
                && (request.headers().contains(HttpHeaders.CONTENT_LENGTH)
                        || request.headers().contains(HttpHeaders.TRANSFER_ENCODING));
    }

    private void begin(Duration patience) {
        timer = routing.vertx().setTimer(patience.toMillis(), tick -> refuse(ProblemCode.TOO_SLOW));
        request.exceptionHandler(brokenOff -> refuse(ProblemCode.BAD_REQUEST));
        request.handler(this::add);
        request.endHandler(end -> complete());
        if (HttpHeaders.CONTINUE.toString().equalsIgnoreCase(request.getHeader(HttpHeaders.EXPECT))) {
            request.headers().remove(HttpHeaders.EXPECT);
            routing.response().writeContinue();
        }
        request.resume();
    }

    private void add(Buffer chunk) {
        if (!over && taken.length() + chunk.length() > longest) {
            refuse(ProblemCode.BODY_TOO_LARGE);
        } else if (!over) {
            taken.appendBuffer(chunk);
        }
    }

    private void complete() {
        if (end()) {
            // Where the framework's own body handler leaves it; whoever reads the body finds it there.
            ((RoutingContextInternal) routing).setBody(taken);
            context.runOnContext(same -> routing.next());
        }
    }

    /** Whoever closed the connection is past answering, and nobody's error. */
    private void refuse(ProblemCode why) {
        if (end() && !routing.response().closed()) {
            routing.response().putHeader(HttpHeaders.CONNECTION, HttpHeaders.CLOSE);
            refusal.accept(routing, why);
            routing.vertx().setTimer(MOMENT_MILLIS, tick -> request.connection().close());
        }
    }

    private boolean end() {
        boolean first = !over;
        over = true;
        routing.vertx().cancelTimer(timer);
        return first;
    }
}
