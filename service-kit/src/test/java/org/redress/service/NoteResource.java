package org.redress.service;

import io.smallrye.common.annotation.NonBlocking;
import jakarta.annotation.security.PermitAll;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import org.jboss.logging.Logger;
import org.jspecify.annotations.NullUnmarked;
import org.redress.service.caller.Caller;
import org.redress.service.caller.Role;
import org.redress.service.idempotency.IdempotentRequests;
import org.redress.service.page.Cursor;
import org.redress.service.problem.ProblemException;

/** A small service to try the kit on. */
@Path("/api/notes")
@NullUnmarked
public class NoteResource {
    static final Logger LOG = Logger.getLogger(NoteResource.class);
    static final AtomicInteger WRITTEN = new AtomicInteger();

    enum Color {
        RED,
        BLUE
    }

    record Tag(@NotBlank String name) {}

    record Note(
            @NotBlank @Size(max = 10) String text,
            @NotNull Color color,
            Instant at,
            Map<String, Object> more,
            @Size(max = 2) List<@Valid Tag> tags) {}

    /** Which notes. */
    public record Wanted(
            @QueryParam("color") Color color,
            @QueryParam("tag") List<String> tags,
            @QueryParam("since") UUID since,
            @QueryParam("done") boolean done) {}

    private final IdempotentRequests requests;
    private final Caller caller;

    NoteResource(IdempotentRequests requests, Caller caller) {
        this.requests = requests;
        this.caller = caller;
    }

    @POST
    @Consumes("application/json")
    @RolesAllowed({Role.COMPLAINANT, Role.AGENT})
    public Response write(@HeaderParam("Idempotency-Key") String key, @Valid @NotNull Note note) {
        return requests.once(key, note, () -> {
            if ("conflict".equals(note.text())) {
                throw ProblemException.conflict("no conflicts here");
            }
            var id = UUID.randomUUID();
            WRITTEN.incrementAndGet();
            return Response.created(URI.create("/api/notes/" + id))
                    .entity(Map.of("id", id, "by", caller.platform() + "/" + caller.subject()))
                    .build();
        });
    }

    @GET
    @RolesAllowed({Role.COMPLAINANT, Role.OPS})
    public Map<String, String> list(
            @BeanParam Wanted wanted,
            @QueryParam("cursor") String cursor,
            @QueryParam("limit") @DefaultValue("20") @Min(1) @Max(100) int limit) {
        return Cursor.parse(cursor);
    }

    @GET
    @Path("/logged")
    @PermitAll
    public String logged() {
        LOG.info("on a worker thread");
        return Thread.currentThread().getName();
    }

    @GET
    @Path("/logged-at-once")
    @NonBlocking
    @PermitAll
    public String loggedAtOnce() {
        LOG.info("on the event loop");
        return Thread.currentThread().getName();
    }

    @GET
    @Path("/{id}")
    @PermitAll
    public String fail(@PathParam("id") String id) {
        throw new IllegalStateException("secret " + id);
    }

    @GET
    @Path("/unannotated")
    public String unannotated() {
        return "never";
    }
}
