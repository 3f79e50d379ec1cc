package org.redress.intake.live;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.ws.rs.sse.OutboundSseEvent;
import java.io.UncheckedIOException;
import org.jboss.resteasy.reactive.server.jaxrs.OutboundSseEventImpl;
import org.redress.intake.live.ChangeRepository.Change;

/** What goes over the live stream. */
@ApplicationScoped
class LiveEvents {
    private final ObjectMapper json;

    LiveEvents(ObjectMapper json) {
        this.json = json;
    }

    /** A changed complaint: event {@code complaint}, the summary as data, its position as id. */
    OutboundSseEvent changed(Change change) {
        try {
            return new OutboundSseEventImpl.BuilderImpl()
                    .name("complaint")
                    .id(change.position().text())
                    .data(String.class, json.writeValueAsString(change.complaint()))
                    .build();
        } catch (JsonProcessingException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** A comment that keeps proxies and readers from giving the stream up. */
    OutboundSseEvent heartbeat() {
        return new OutboundSseEventImpl.BuilderImpl().comment("alive").build();
    }
}
