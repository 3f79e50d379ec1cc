package org.redress.intake.live;

import io.smallrye.common.annotation.Blocking;
import io.smallrye.mutiny.Multi;
import io.vertx.core.http.HttpServerRequest;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.sse.OutboundSseEvent;
import java.time.Clock;
import java.time.Instant;
import org.eclipse.microprofile.jwt.JsonWebToken;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;
import org.redress.service.caller.Caller;
import org.redress.service.caller.Role;
import org.redress.service.live.LiveStream;
import org.redress.service.problem.ProblemCode;
import org.redress.service.problem.ProblemException;

/** The live stream of a platform's complaints, for its staff. */
@Path("/api/v1/complaints/stream")
@Tag(name = "complaints", description = "Filing and reading complaints")
public class LiveResource {
    private final ChangeFeed feed;
    private final LiveEvents events;
    private final LiveConfig config;
    private final Caller caller;
    private final JsonWebToken token;
    private final Clock clock;

    LiveResource(
            ChangeFeed feed, LiveEvents events, LiveConfig config, Caller caller, JsonWebToken token, Clock clock) {
        this.feed = feed;
        this.events = events;
        this.config = config;
        this.caller = caller;
        this.token = token;
        this.clock = clock;
    }

    /**
     * Every complaint of the platform at each change, from now on or from behind {@code Last-Event-ID}. Ends when the
     * token does.
     */
    @GET
    @Produces(MediaType.SERVER_SENT_EVENTS)
    @Blocking
    @RolesAllowed({Role.OPS, Role.AGENT, Role.SUPERVISOR})
    @Operation(
            summary = "Changed complaints, live (server-sent events)",
            description = "Event `complaint` with a summary as in the list; resumes by Last-Event-ID.")
    public Multi<OutboundSseEvent> stream(
            @HeaderParam(HttpHeaders.LAST_EVENT_ID_HEADER) @Nullable String lastEventId,
            @Context HttpServerRequest request) {
        if (feed.listening() >= config.listeners()) {
            throw new ProblemException(ProblemCode.UNAVAILABLE);
        }
        String platform = caller.platform();
        Instant until = Instant.ofEpochSecond(token.getExpirationTime());
        ChangePosition from = ChangePosition.parse(lastEventId).orElseGet(feed::now);
        return LiveStream.answering(
                request, until, config.backlog(), stream -> open(new Listener(platform, from, stream)));
    }

    private void open(Listener listener) {
        listener.stream().atEnd(() -> feed.remove(listener));
        listener.stream().send(events.heartbeat(), clock.instant());
        feed.add(listener);
    }
}
