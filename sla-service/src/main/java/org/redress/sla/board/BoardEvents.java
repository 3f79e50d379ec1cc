package org.redress.sla.board;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.ws.rs.sse.OutboundSseEvent;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jboss.resteasy.reactive.server.jaxrs.OutboundSseEventImpl;

/** What goes over the board's live stream. */
@ApplicationScoped
class BoardEvents {
    private final ObjectMapper json;

    BoardEvents(ObjectMapper json) {
        this.json = json;
    }

    /**
     * What a changed complaint has on the board.
     *
     * @param complaintId whose clocks changed
     * @param cases its open clocks as they stand now; none when nothing of it is open any more
     */
    @Schema(name = "BoardComplaint")
    record ComplaintView(UUID complaintId, List<BoardCase> cases) {}

    /**
     * More changed than is told one by one.
     *
     * @param changed how many complaints, 0 when that is not known
     */
    @Schema(name = "BoardReset")
    record ResetView(int changed) {}

    /** An event for a changed complaint. */
    OutboundSseEvent complaint(UUID complaintId, List<BoardCase> cases) {
        return event("complaint")
                .data(String.class, text(new ComplaintView(complaintId, cases)))
                .build();
    }

    /** Event {@code board}: the figures. */
    OutboundSseEvent board(Board board) {
        return event("board").data(String.class, text(board)).build();
    }

    /** Event {@code reset}: lists are to be read anew. */
    OutboundSseEvent reset(int changed) {
        return event("reset").data(String.class, text(new ResetView(changed))).build();
    }

    /** A place to resume from: everything before it has been told. A comment for who does not care. */
    OutboundSseEvent place(long transaction) {
        return event("place")
                .id(Long.toString(transaction))
                .data(String.class, "{}")
                .build();
    }

    /** A comment that keeps proxies and readers from giving the stream up. */
    OutboundSseEvent heartbeat() {
        return new OutboundSseEventImpl.BuilderImpl().comment("alive").build();
    }

    private static OutboundSseEvent.Builder event(String name) {
        return new OutboundSseEventImpl.BuilderImpl().name(name);
    }

    private String text(Object data) {
        try {
            return json.writeValueAsString(data);
        } catch (JsonProcessingException e) {
            throw new UncheckedIOException(e);
        }
    }
}
