package org.redress.sla.board;

import jakarta.ws.rs.sse.OutboundSseEvent;
import java.time.Instant;
import org.redress.service.live.LiveStream;

/** Who looks at a platform's board, and what it was told. All but its creation happens on the feed's thread. */
final class BoardReader {
    private final String platform;
    private final LiveStream stream;
    private long place;
    private boolean owesFigures;
    private Instant lastChange = Instant.MIN;
    private Instant lastFigures = Instant.MIN;

    /**
     * A reader that was told nothing yet.
     *
     * @param place the first transaction whose changes are still to be told
     */
    BoardReader(String platform, long place, LiveStream stream) {
        this.platform = platform;
        this.place = place;
        this.stream = stream;
    }

    String platform() {
        return platform;
    }

    LiveStream stream() {
        return stream;
    }

    long place() {
        return place;
    }

    void moveTo(long transaction) {
        place = transaction;
    }

    /**
     * Sends figures.
     *
     * @param settled what changed later than this may not be in them yet: then they are owed once more
     */
    void sendFigures(OutboundSseEvent figures, Instant now, Instant settled) {
        stream.send(figures, now);
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

    boolean hasFiguresFromBefore(Instant time) {
        return lastFigures.isBefore(time);
    }
}
