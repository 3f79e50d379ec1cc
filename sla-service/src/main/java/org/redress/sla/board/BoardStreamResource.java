package org.redress.sla.board;

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
import java.util.regex.Pattern;
import org.eclipse.microprofile.jwt.JsonWebToken;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;
import org.redress.service.caller.Caller;
import org.redress.service.caller.Role;
import org.redress.service.live.LiveStream;
import org.redress.service.problem.ProblemCode;
import org.redress.service.problem.ProblemException;

/** The live board of the caller's platform. */
@Path("/api/v1/sla/board/stream")
@Tag(name = "Board")
public class BoardStreamResource {
    private static final Pattern PLACE = Pattern.compile("[0-9]{1,18}");

    private final BoardFeed feed;
    private final BoardChanges changes;
    private final BoardEvents events;
    private final BoardConfig config;
    private final Caller caller;
    private final JsonWebToken token;
    private final Clock clock;

    BoardStreamResource(
            BoardFeed feed,
            BoardChanges changes,
            BoardEvents events,
            BoardConfig config,
            Caller caller,
            JsonWebToken token,
            Clock clock) {
        this.feed = feed;
        this.changes = changes;
        this.events = events;
        this.config = config;
        this.caller = caller;
        this.token = token;
        this.clock = clock;
    }

    /** The figures at once and after changes, and each complaint whose clocks changed. Ends when the token does. */
    @GET
    @Produces(MediaType.SERVER_SENT_EVENTS)
    @Blocking
    @RolesAllowed({Role.AGENT, Role.SUPERVISOR, Role.OPS, Role.PLATFORM, Role.ADMIN})
    @Operation(
            summary = "The board, live (server-sent events)",
            description =
                    "`board`: the figures, as GET /board. `complaint`: {complaintId, cases}, its open clocks as they stand."
                            + " `reset`: more changed than is told one by one, read your lists anew. `place`: its id is where a"
                            + " Last-Event-ID resumes; after a quarter of an hour away that answers with `reset`.")
    @APIResponse(responseCode = "200", description = "The stream")
    @APIResponse(responseCode = "503", description = "Too many streams are open on this instance")
    public Multi<OutboundSseEvent> stream(
            @HeaderParam(HttpHeaders.LAST_EVENT_ID_HEADER) @Nullable String lastEventId,
            @Context HttpServerRequest request) {
        if (feed.listening() >= config.streams()) {
            throw new ProblemException(ProblemCode.UNAVAILABLE);
        }
        String platform = caller.platform();
        Instant until = Instant.ofEpochSecond(token.getExpirationTime());
        Long known = known(lastEventId);
        boolean missed = lastEventId != null && known == null;
        long place = known == null ? changes.horizon() : known;
        return LiveStream.answering(
                request, until, config.backlog(), stream -> open(new BoardReader(platform, place, stream), missed));
    }

    /** The place a reader says it has reached, if everything since then can still be told. */
    private @Nullable Long known(@Nullable String lastEventId) {
        if (lastEventId == null || !PLACE.matcher(lastEventId).matches()) {
            return null;
        }
        long place = Long.parseLong(lastEventId);
        return changes.reachesBackTo(place) ? place : null;
    }

    /** The first events say that the stream is open, and from where. */
    private void open(BoardReader reader, boolean missed) {
        LiveStream stream = reader.stream();
        stream.atEnd(() -> feed.remove(reader));
        stream.send(missed ? events.reset(0) : events.heartbeat(), clock.instant());
        stream.send(events.place(reader.place()), clock.instant());
        feed.add(reader);
    }
}
