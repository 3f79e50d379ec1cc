package org.redress.intake.live;

import jakarta.ws.rs.sse.OutboundSseEvent;
import java.time.Instant;
import org.redress.service.live.LiveStream;

/** Who listens to a platform's changes, and how far it was told. All but its creation happens on the poller's thread. */
final class Listener {
    private final String platform;
    private final LiveStream stream;
    private ChangePosition position;

    Listener(String platform, ChangePosition position, LiveStream stream) {
        this.platform = platform;
        this.position = position;
        this.stream = stream;
    }

    String platform() {
        return platform;
    }

    ChangePosition position() {
        return position;
    }

    LiveStream stream() {
        return stream;
    }

    /** Sends a change, unless it is another platform's or lies before what was sent. */
    void offer(String changedPlatform, ChangePosition changed, OutboundSseEvent event, Instant now) {
        if (changedPlatform.equals(platform) && changed.compareTo(position) > 0) {
            stream.send(event, now);
        }
    }

    /** Notes that everything up to there was offered. */
    void moveTo(ChangePosition seen) {
        if (seen.compareTo(position) > 0) {
            position = seen;
        }
    }
}
