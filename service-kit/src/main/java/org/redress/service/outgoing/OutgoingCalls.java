package org.redress.service.outgoing;

import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/**
 * Calls a foreign server over HTTP/1.1. Whatever happens is a {@link Reply}, never an exception. An answer is bounded in time,
 * to its last byte, and in size; redirects are not followed. Thread-safe.
 */
public final class OutgoingCalls {
    private static final int LONGEST_PAUSE_SECONDS = 60;

    private final HttpClient http;
    private final Duration answerTimeout;
    private final int longestAnswer;

    /**
     * Calls within these bounds.
     *
     * @param connectTimeout how long a connection may take
     * @param answerTimeout how long a whole answer may take
     * @param longestAnswer bytes after which the call is given up
     */
    public OutgoingCalls(Duration connectTimeout, Duration answerTimeout, int longestAnswer) {
        this.http = HttpClient.newBuilder()
                .version(HttpClient.Version.HTTP_1_1)
                .followRedirects(HttpClient.Redirect.NEVER)
                .connectTimeout(connectTimeout)
                .build();
        this.answerTimeout = answerTimeout;
        this.longestAnswer = longestAnswer;
    }

    /** Calls once and waits; an interrupt ends the wait and stays set. */
    public Reply call(HttpRequest.Builder request) {
        CompletableFuture<HttpResponse<byte[]>> answer =
                http.sendAsync(request.header("Accept", "application/json").build(), BoundedBody.upTo(longestAnswer));
        try {
            // A timeout of the request itself would end with the headers; this one also covers a body that trickles.
            HttpResponse<byte[]> whole = answer.get(answerTimeout.toMillis(), TimeUnit.MILLISECONDS);
            return new Reply.Answered(whole.statusCode(), whole.body(), askedPause(whole));
        } catch (TimeoutException e) {
            answer.cancel(true);
            return new Reply.Nothing("timeout");
        } catch (ExecutionException e) {
            return new Reply.Nothing("no answer");
        } catch (InterruptedException e) {
            answer.cancel(true);
            Thread.currentThread().interrupt();
            return new Reply.Nothing("stopped");
        }
    }

    private static Duration askedPause(HttpResponse<byte[]> answer) {
        String seconds = answer.headers().firstValue("Retry-After").orElse("");
        if (seconds.isEmpty() || seconds.length() > 6 || !seconds.chars().allMatch(c -> c >= '0' && c <= '9')) {
            return Duration.ZERO;
        }
        return Duration.ofSeconds(Math.min(Integer.parseInt(seconds), LONGEST_PAUSE_SECONDS));
    }
}
