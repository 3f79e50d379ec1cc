package org.redress.notification.http;

import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.net.ConnectException;
import java.net.http.HttpClient;
import java.net.http.HttpConnectTimeoutException;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.channels.UnresolvedAddressException;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.jspecify.annotations.Nullable;

/**
 * Outgoing HTTP that can't hang, fill the memory or be sent elsewhere: one bound on the whole exchange, a cap on the
 * body, no redirects, no retries of its own. Safe for concurrent use.
 */
@ApplicationScoped
public class BoundedHttp {
    private static final int LONGEST_BODY = 64 * 1024;
    private static final Duration CONNECT = Duration.ofSeconds(3);

    private final HttpClient client = HttpClient.newBuilder()
            // HTTP/1.1 only: an upgrade attempt would add a second way in which a request's fate can be unclear.
            .version(HttpClient.Version.HTTP_1_1)
            .followRedirects(HttpClient.Redirect.NEVER)
            .connectTimeout(CONNECT)
            .build();

    /**
     * Makes one exchange.
     *
     * @param within the bound on all of it, from connecting to the last byte of the answer
     * @throws NotSentException if the request certainly did not reach anyone
     * @throws UnclearException if it may have been carried out, but no complete answer came
     */
    public HttpAnswer exchange(HttpRequest request, Duration within) throws NotSentException, UnclearException {
        CompletableFuture<HttpResponse<byte[]>> answer =
                client.sendAsync(request, info -> new BoundedBody(LONGEST_BODY));
        try {
            HttpResponse<byte[]> response = answer.get(within.toMillis(), TimeUnit.MILLISECONDS);
            return new HttpAnswer(response.statusCode(), response.headers(), response.body());
        } catch (TimeoutException e) {
            throw new UnclearException("no complete answer within " + within, e);
        } catch (ExecutionException e) {
            throw explained(e.getCause());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new UnclearException("interrupted", e);
        } finally {
            answer.cancel(true);
        }
    }

    private static UnclearException explained(@Nullable Throwable cause) throws NotSentException {
        if (cause instanceof ConnectException
                || cause instanceof HttpConnectTimeoutException
                || cause instanceof UnresolvedAddressException) {
            throw new NotSentException("no connection: " + cause.getClass().getSimpleName(), cause);
        }
        if (cause instanceof IOException) {
            return new UnclearException("cut: " + cause.getClass().getSimpleName(), cause);
        }
        return new UnclearException(
                "broken: " + (cause == null ? "unknown" : cause.getClass().getSimpleName()), cause);
    }
}
