package org.redress.triage.routing;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.redress.service.caller.Caller;
import org.redress.service.caller.Role;
import org.redress.service.page.Page;

/** The queues of the caller's platform. */
@Path("/api/v1/queues")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "queues")
public class QueueResource {

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
}
