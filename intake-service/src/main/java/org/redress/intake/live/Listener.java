package org.redress.intake.live;

import io.smallrye.mutiny.subscription.MultiEmitter;
import jakarta.ws.rs.sse.OutboundSseEvent;
import java.time.Instant;

/** One open stream. All but its creation happens on the poller's thread. */
final class Listener {
    private final String platform;
    private final Instant until;
    private final MultiEmitter<? super OutboundSseEvent> emitter;
    private ChangePosition position;
    private Instant lastSent;

    /**
     * A stream that was just opened.
     *
     * @param until when the caller's token expires
     */
    Listener(
            String platform,
            Instant until,
            ChangePosition position,
            Instant now,
            MultiEmitter<? super OutboundSseEvent> emitter) {
        this.platform = platform;
        this.until = until;
        this.position = position;
        this.lastSent = now;
        this.emitter = emitter;
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
}
