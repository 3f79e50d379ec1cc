package org.redress.triage.queue;

import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;
import org.redress.service.caller.Caller;
import org.redress.service.caller.Role;
import org.redress.service.page.Page;

/** The queues of the caller's platform. */
@Path("/api/v1/queues")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "queues", description = "What waits to be worked on, in the order of work")
public class QueueResource {

    private static final String ME = "me";

    private final QueueRepository queues;
    private final Caller caller;

    QueueResource(QueueRepository queues, Caller caller) {
        this.queues = queues;
        this.caller = caller;
    }

    /** Every queue that has complaints, with their counts; there are few, so it is one page. */
    @GET
    @RolesAllowed({Role.AGENT, Role.SUPERVISOR, Role.OPS, Role.PLATFORM, Role.ADMIN})
    @Operation(summary = "The queues and what waits in them", operationId = "queues")
    @APIResponse(responseCode = "200", description = "All queues of the platform that have complaints")
    public Page<QueueView> queues() {
        return new Page<>(queues.count(caller.platform()), null);
    }

    /**
     * What waits in one queue, in the order in which it is to be worked. A complaint whose rank changes between two pages
     * may be on both or on neither.
     *
     * @param owner {@code me} for the caller's own ones; absent for all
     */
    @GET
    @Path("{queue}")
    @RolesAllowed({Role.AGENT, Role.SUPERVISOR, Role.OPS, Role.ADMIN})
    @Operation(summary = "What waits in a queue, the highest rank first, then what is due first", operationId = "queue")
    @APIResponse(responseCode = "200", description = "A page; empty for a queue that nothing waits in")
    @APIResponse(responseCode = "422", description = "A parameter is wrong")
    public Page<QueueItem> items(
            @PathParam("queue") String queue,
            @QueryParam("owner") @Nullable String owner,
            @QueryParam("cursor") @Nullable String cursor,
            @QueryParam("limit") @DefaultValue("20") @Min(1) @Max(Page.MAX_LIMIT) int limit) {
        String wanted = ME.equals(owner) ? caller.subject() : owner;
        return Page.of(
                queues.items(caller.platform(), queue, wanted, QueueCursor.parse(cursor), limit + 1),
                limit,
                QueueCursor::after);
    }
}
