package org.redress.service.live;

import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.subscription.MultiEmitter;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.net.impl.ConnectionBase;
import jakarta.ws.rs.sse.OutboundSseEvent;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;

/**
 * One open stream of server-sent events. It lasts as long as its caller's token, and a reader that does not keep up is cut off;
 * it resumes by its last event id. To be used by one thread at a time.
 */
public final class LiveStream {
    private final Instant until;
    private final int backlog;
    private final MultiEmitter<? super OutboundSseEvent> emitter;
    private final AtomicInteger waiting;
    private final ConnectionBase connection;
    private Instant lastSent = Instant.MIN;

    private LiveStream(
            Instant until,
            int backlog,
            MultiEmitter<? super OutboundSseEvent> emitter,
            AtomicInteger waiting,
            ConnectionBase connection) {
        this.until = until;
        this.backlog = backlog;
        this.emitter = emitter;
        this.waiting = waiting;
        this.connection = connection;
    }

    /**
     * The answer to a request for a stream.
     *
     * @param until when the caller's token expires
     * @param backlog how many events may wait for a reader
     * @param opened takes the stream when it is open; what it sends at once also sends the answer's head, so that the client knows
     *     that it listens
     */
    public static Multi<OutboundSseEvent> answering(
            HttpServerRequest request, Instant until, int backlog, Consumer<LiveStream> opened) {
        var connection = (ConnectionBase) request.connection();
        var waiting = new AtomicInteger();
        return Multi.createFrom()
                .<OutboundSseEvent>emitter(
                        emitter -> opened.accept(new LiveStream(until, backlog, emitter, waiting, connection)))
                .onItem()
                .invoke(() -> waiting.decrementAndGet());
    }

    /** Has that done once when the stream ends, whoever ends it. */
    public void atEnd(Runnable then) {
        emitter.onTermination(then);
    }

    /** Sends an event; ends the connection instead if too many wait already. */
    public void send(OutboundSseEvent event, Instant now) {
        if (waiting.incrementAndGet() > backlog) {
            cut();
            return;
        }
        emitter.emit(event);
        lastSent = now;
    }

    /** Whether nothing was sent since then. */
    public boolean wasSilentSince(Instant time) {
        return lastSent.isBefore(time);
    }

    /** Whether the caller's token is still good. */
    public boolean mayGoOn(Instant now) {
        return now.isBefore(until);
    }

    /**
     * Ends the stream if the caller's token has expired.
     *
     * @param patience how long after that a reader may take what still waits for it, before its connection is ended
     */
    public void endAt(Instant now, Duration patience) {
        if (!mayGoOn(now)) {
            close();
        }
        if (!mayGoOn(now.minus(patience))) {
            cut();
        }
    }

    /** Ends the stream behind what waits. */
    public void close() {
        emitter.complete();
    }

    /**
     * Ends the connection from below: its own close, and that of its channel, first wait until all that was written is sent, and to
     * one that does not read it never is.
     */
    private void cut() {
        var unused = connection.channelHandlerContext().close();
    }
}
