package org.redress.console.frontdoor;

import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpClient;
import io.vertx.core.http.HttpClientOptions;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.RequestOptions;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.net.URI;
import java.time.Duration;
import java.util.EnumMap;
import java.util.Map;

/** Reads what the services publish about themselves, such as health and OpenAPI. Thread safe, never blocks. */
@ApplicationScoped
public class ServiceDocuments {
    private static final long LARGEST = 4 * 1024 * 1024;

    private final FrontDoorConfig config;
    private final HttpClient client;

    ServiceDocuments(Vertx vertx, FrontDoorConfig config) {
        this.config = config;
        this.client = vertx.createHttpClient(new HttpClientOptions()
                .setConnectTimeout((int) config.connect().toMillis())
                .setKeepAliveTimeout(10)
                .setMaxPoolSize(4)
                .setMaxWaitQueueSize(64));
    }

    /**
     * Reads a document of a service.
     *
     * @param path its path and query
     * @param patience how long it may take
     * @return the body of a 200 answer; fails otherwise
     */
    public Future<Buffer> read(Upstream service, String path, Duration patience) {
        URI base = config.services().get(service.label());
        if (base == null) {
            return Future.failedFuture(new IOException("no address of " + service.label()));
        }
        var options = new RequestOptions()
                .setMethod(HttpMethod.GET)
                .setAbsoluteURI(base.resolve(path).toString())
                .setTimeout(patience.toMillis());
        return client.request(options)
                .compose(request -> request.send().compose(answer -> {
                    String length = answer.getHeader("Content-Length");
                    if (answer.statusCode() != 200 || (length != null && Long.parseLong(length) > LARGEST)) {
                        request.reset();
                        return Future.failedFuture(
                                new IOException(service.label() + " answered " + answer.statusCode()));
                    }
                    return answer.body();
                }));
    }

    /**
     * Reads one document of every service.
     *
     * @param path its path and query, the same for all
     * @param patience how long each may take
     * @return an outcome a service, all under way
     */
    public Map<Upstream, Future<Buffer>> readAll(String path, Duration patience) {
        var all = new EnumMap<Upstream, Future<Buffer>>(Upstream.class);
        for (Upstream service : Upstream.values()) {
            all.put(service, read(service, path, patience));
        }
        return all;
    }
}
