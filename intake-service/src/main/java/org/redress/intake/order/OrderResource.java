package org.redress.intake.order;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.redress.intake.complaint.ComplaintRepository;
import org.redress.intake.complaint.Viewer;
import org.redress.service.caller.Caller;
import org.redress.service.caller.Role;
import org.redress.service.problem.ProblemException;

/** Shows what the platform holds of a complaint's order. */
@Path("/api/v1/complaints")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "complaints", description = "Filing and reading complaints")
public class OrderResource {
    private final HeldOrders orders;
    private final ComplaintRepository complaints;
    private final Caller caller;

    OrderResource(HeldOrders orders, ComplaintRepository complaints, Caller caller) {
        this.orders = orders;
        this.complaints = complaints;
        this.caller = caller;
    }

    /** What the platform holds of the order. */
    @GET
    @Path("/{id}/order")
    @RolesAllowed({Role.COMPLAINANT, Role.PARTNER, Role.AGENT, Role.SUPERVISOR, Role.OPS, Role.PLATFORM})
    @Operation(summary = "What the platform holds of the order")
    public OrderView find(@PathParam("id") UUID id) {
        if (complaints.find(id, Viewer.of(caller)).isEmpty()) {
            throw ProblemException.notFound();
        }
        return OrderView.of(orders.of(id));
    }
}
