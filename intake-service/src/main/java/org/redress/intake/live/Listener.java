package org.redress.intake.live;

import io.smallrye.mutiny.subscription.MultiEmitter;
import jakarta.ws.rs.sse.OutboundSseEvent;
import java.time.Instant;
import java.util.concurrent.atomic.AtomicInteger;

/** One open stream. All but its creation happens on the poller's thread. */
final class Listener {
    private final String platform;
    private final Instant until;
    private final MultiEmitter<? super OutboundSseEvent> emitter;
    private final AtomicInteger waiting;
    private final int backlog;
    private final Runnable cut;
    private ChangePosition position;
    private Instant lastSent;

    /**
     * A stream that was just opened.
     *
     * @param until when the caller's token expires
     * @param waiting how many events wait for it; whoever writes to the connection counts it down
     * @param backlog how many may
     * @param cut ends its connection: one that does not read would never take the end of the stream either
     */
    Listener(
            String platform,
            Instant until,
            ChangePosition position,
            Instant now,
            MultiEmitter<? super OutboundSseEvent> emitter,
            AtomicInteger waiting,
            int backlog,
            Runnable cut) {
        this.platform = platform;
        this.until = until;
        this.position = position;
        this.lastSent = now;
        this.emitter = emitter;
        this.waiting = waiting;
        this.backlog = backlog;
        this.cut = cut;
    }

    String platform() {
        return platform;
    }

    ChangePosition position() {
        return position;
    }

    /** Sends a change, unless it is another platform's or lies before what was sent. */
    void offer(String changedPlatform, ChangePosition changed, OutboundSseEvent event, Instant now) {
        if (changedPlatform.equals(platform) && changed.compareTo(position) > 0) {
            send(event, now);
        }
    }

    /** Notes that everything up to there was offered. */
    void moveTo(ChangePosition seen) {
        if (seen.compareTo(position) > 0) {
            position = seen;
        }
    }

    void send(OutboundSseEvent event, Instant now) {
        if (waiting.incrementAndGet() > backlog) {
            cut.run();
            return;
        }
        emitter.emit(event);
        lastSent = now;
    }

    boolean wasSilentSince(Instant time) {
        return lastSent.isBefore(time);
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
