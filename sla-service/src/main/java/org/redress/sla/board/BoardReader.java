package org.redress.sla.board;

import io.smallrye.mutiny.subscription.MultiEmitter;
import jakarta.ws.rs.sse.OutboundSseEvent;
import java.time.Instant;
import java.util.concurrent.atomic.AtomicInteger;

/** One open stream. All but its creation happens on the feed's thread. */
final class BoardReader {
    private final String platform;
    private final Instant until;
    private final MultiEmitter<? super OutboundSseEvent> emitter;
    private final AtomicInteger waiting;
    private final int backlog;
    private final Runnable cut;
    private long place;
    private boolean owesFigures;
    private Instant lastChange = Instant.MIN;
    private Instant lastSent = Instant.MIN;
    private Instant lastFigures = Instant.MIN;

    /**
     * A stream that was just opened.
     *
     * @param until when the caller's token expires
     * @param place the first transaction whose changes are still to be told
     * @param waiting how many events wait for it; whoever writes to the connection counts it down
     * @param backlog how many may
     * @param cut ends its connection: one that does not read would never take the end of the stream either
     */
    BoardReader(
            String platform,
            Instant until,
            long place,
            MultiEmitter<? super OutboundSseEvent> emitter,
            AtomicInteger waiting,
            int backlog,
            Runnable cut) {
        this.platform = platform;
        this.until = until;
        this.place = place;
        this.emitter = emitter;
        this.waiting = waiting;
        this.backlog = backlog;
        this.cut = cut;
    }

    String platform() {
        return platform;
    }

    long place() {
        return place;
    }

    void moveTo(long transaction) {
        place = transaction;
    }

    void send(OutboundSseEvent event, Instant now) {
        if (waiting.incrementAndGet() > backlog) {
            cut.run();
            return;
        }
        emitter.emit(event);
        lastSent = now;
    }

    /**
     * Sends figures.
     *
     * @param settled what changed later than this may not be in them yet: then they are owed once more
     */
    void sendFigures(OutboundSseEvent figures, Instant now, Instant settled) {
        send(figures, now);
        lastFigures = now;
        owesFigures = lastChange.isAfter(settled);
    }

    /** Notes that something changed since the last figures. */
    void oweFigures(Instant now) {
        owesFigures = true;
        lastChange = now;
    }

    boolean owesFigures() {
        return owesFigures;
    }

    boolean wasSilentSince(Instant time) {
        return lastSent.isBefore(time);
    }

    boolean hasFiguresFromBefore(Instant time) {
        return lastFigures.isBefore(time);
    }

    boolean mayListenAt(Instant now) {
        return now.isBefore(until);
    }

    void close() {
        emitter.complete();
    }

    /** Ends the connection of one that takes not even the end of its stream. */
    void cutOff() {
        cut.run();
    }
}
