package org.redress.console.frontdoor;

import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpClient;
import io.vertx.core.http.HttpClientOptions;
import io.vertx.core.http.HttpClientRequest;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.http.RequestOptions;
import io.vertx.core.net.HostAndPort;
import io.vertx.ext.web.RoutingContext;
import io.vertx.httpproxy.Body;
import io.vertx.httpproxy.HttpProxy;
import io.vertx.httpproxy.ProxyContext;
import io.vertx.httpproxy.ProxyInterceptor;
import io.vertx.httpproxy.ProxyOptions;
import io.vertx.httpproxy.ProxyResponse;
import java.net.URI;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicLong;
import org.jboss.logging.Logger;

/**
 * The way to one service, with connections of its own: a service that hangs takes no connection from another, and its
 * live streams take none from its requests. Thread safe.
 */
final class ServiceLane {
    private static final Logger LOG = Logger.getLogger(ServiceLane.class);
    private static final long LOG_EVERY_NANOS = Duration.ofSeconds(1).toNanos();

    private final Vertx vertx;
    private final Upstream service;
    private final String base;
    private final HostAndPort authority;
    private final HttpClient client;
    private final long silence;
    private final long maxBody;
    private final AtomicLong unlogged = new AtomicLong();
    private final AtomicLong logged = new AtomicLong(System.nanoTime() - LOG_EVERY_NANOS);

    /**
     * Opens the way.
     *
     * @param connections how many at once; as many again may wait
     * @param silence how long an exchange may stand still
     */
    ServiceLane(Vertx vertx, Upstream service, URI base, int connections, Duration silence, FrontDoorConfig config) {
        this.vertx = vertx;
        this.service = service;
        this.base = base.getScheme() + "://" + base.getRawAuthority();
        boolean tls = "https".equals(base.getScheme());
        this.authority = HostAndPort.create(base.getHost(), base.getPort() > 0 ? base.getPort() : tls ? 443 : 80);
        this.silence = silence.toMillis();
        this.maxBody = config.maxBody().asLongValue();
        this.client = vertx.createHttpClient(new HttpClientOptions()
                .setSsl(tls)
                .setConnectTimeout((int) config.connect().toMillis())
                .setMaxPoolSize(connections)
                // Twice: who waits for a connection that is being made counts as waiting, too.
                .setMaxWaitQueueSize(2 * connections)
                .setKeepAliveTimeout(10)
                .setMaxHeaderSize(16 * 1024)
                .setDecompressionSupported(false));
    }

    /** Passes a request on and its answer back. */
    void pass(RoutingContext context) {
        var exchange = new Exchange(maxBody);
        long timer = vertx.setPeriodic(silence, tick -> {
            if (!exchange.movedSince()) {
                vertx.cancelTimer(tick);
                exchange.abandonSilent();
            }
        });
        context.addEndHandler(end -> {
            vertx.cancelTimer(timer);
            if (end.failed()) {
                exchange.abandon(null);
            } else if (isCutOff(context.request(), exchange, context.response().getStatusCode())) {
                // A moment to read the answer; the rest of the body is not waited for.
                vertx.setTimer(1000, tick -> context.request().connection().close());
            }
        });
        exchange.moved();
        HttpProxy.reverseProxy(new ProxyOptions().setSupportWebSocket(false), client)
                .origin(proxied -> connect(proxied, exchange))
                .addInterceptor(interceptor(exchange))
                .handle(context.request());
    }

    /** Whether it is over in the middle of a body whose rest nobody waits for. */
    private static boolean isCutOff(HttpServerRequest request, Exchange exchange, int status) {
        return !request.isEnded()
                && (status == Refusal.TOO_SLOW.status() || exchange.fault() == Refusal.BODY_TOO_LARGE);
    }

    private Future<HttpClientRequest> connect(ProxyContext proxied, Exchange exchange) {
        var options = new RequestOptions()
                .setHost(authority.host())
                .setPort(authority.port())
                .setMethod(proxied.request().getMethod());
        return proxied.client().request(options).onSuccess(request -> {
            // Its end is handled where the answer is awaited; without this it would also be logged as an error.
            request.exceptionHandler(end -> {});
            exchange.sentWith(request);
        });
    }

    private ProxyInterceptor interceptor(Exchange exchange) {
        return new ProxyInterceptor() {
            @Override
            public Future<ProxyResponse> handleProxyRequest(ProxyContext proxied) {
                return toService(proxied, exchange);
            }

            @Override
            public Future<Void> handleProxyResponse(ProxyContext proxied) {
                var answer = proxied.response();
                RequestHeaders.toClient(answer.headers(), base);
                if (isCutOff(proxied.request().proxiedRequest(), exchange, answer.getStatusCode())) {
                    answer.putHeader("Connection", "close");
                }
                return proxied.sendResponse();
            }
        };
    }

    private Future<ProxyResponse> toService(ProxyContext proxied, Exchange exchange) {
        var request = proxied.request();
        RequestHeaders.toService(request.headers(), request.proxiedRequest());
        request.setAuthority(authority);
        exchange.watchRequest(proxied);
        return proxied.sendRequest()
                .compose(exchange::watchAnswer)
                .recover(cause -> Future.succeededFuture(refuse(proxied, exchange, cause)));
    }

    private ProxyResponse refuse(ProxyContext proxied, Exchange exchange, Throwable cause) {
        Refusal refusal = exchange.fault();
        if (refusal == null) {
            refusal = exchange.reachedService() ? Refusal.BROKEN_ANSWER : Refusal.UNAVAILABLE;
        }
        warn(refusal, cause);
        var request = proxied.request();
        String body = refusal.body(request.proxiedRequest());
        request.release();
        var answer = request.response()
                .setStatusCode(refusal.status())
                .putHeader("Content-Type", Refusal.MEDIA_TYPE)
                .putHeader("Cache-Control", "no-store");
        if (refusal.passing()) {
            answer.putHeader("Retry-After", "1");
        }
        return answer.setBody(Body.body(Buffer.buffer(body)));
    }

    /** At most one line a second: a service that is down must not fill the log with every request. */
    private void warn(Refusal refusal, Throwable cause) {
        long count = unlogged.incrementAndGet();
        long now = System.nanoTime();
        long last = logged.get();
        if (now - last > LOG_EVERY_NANOS && logged.compareAndSet(last, now)) {
            unlogged.addAndGet(-count);
            LOG.warnf("%s: %s, %d requests (%s)", service.label(), refusal, count, cause.toString());
        }
    }
}
