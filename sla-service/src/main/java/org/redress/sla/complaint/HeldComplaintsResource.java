package org.redress.sla.complaint;

import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;
import org.redress.service.caller.Caller;
import org.redress.service.caller.Role;
import org.redress.service.idempotency.IdempotentRequests;
import org.redress.service.page.Cursor;
import org.redress.service.page.Page;
import org.redress.service.problem.ProblemException;

/** Complaints without clocks, for ops: nothing is held silently. */
@Path("/api/v1/sla/held-complaints")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Clocks", description = "Deadlines of a complaint, explained")
public class HeldComplaintsResource {
    private final ComplaintViews views;
    private final RetryHeldComplaint retry;
    private final IdempotentRequests requests;
    private final Caller caller;

    HeldComplaintsResource(ComplaintViews views, RetryHeldComplaint retry, IdempotentRequests requests, Caller caller) {
        this.views = views;
        this.retry = retry;
        this.requests = requests;
        this.caller = caller;
    }

    /** Those of the caller's platform. */
    @GET
    @RolesAllowed({Role.OPS, Role.SUPERVISOR, Role.ADMIN})
    @Operation(
            summary = "Complaints without clocks: no policy in force, or set aside because they could not be computed")
    public Page<ComplaintViews.Held> list(
            @QueryParam("cursor") @Nullable String cursor,
            @QueryParam("limit") @DefaultValue("20") @Min(1) @Max(Page.MAX_LIMIT) int limit) {
        List<ComplaintViews.Held> rows = views.held(caller.platform(), after(cursor), limit + 1);
        return Page.of(
                rows, limit, row -> Cursor.of(Map.of("after", row.complaintId().toString())));
    }

    /** Computes one again. */
    @POST
    @Path("/{id}/retries")
    @RolesAllowed({Role.OPS, Role.ADMIN})
    @Operation(summary = "Compute the clocks of a held complaint again")
    @APIResponse(responseCode = "204", description = "It has clocks now")
    @APIResponse(responseCode = "404", description = "Absent, not held, or another platform's")
    @APIResponse(responseCode = "409", description = "It is still held")
    public Response retry(@PathParam("id") UUID id, @HeaderParam("Idempotency-Key") @Nullable String key) {
        return requests.once(key, Map.of("id", id), () -> {
            if (retry.retry(id, caller.platform()) != Standing.TIMED) {
                throw ProblemException.conflict("it is still held; the list says why");
            }
            return Response.noContent().build();
        });
    }

    private static @Nullable UUID after(@Nullable String cursor) {
        String after = Cursor.parse(cursor).get("after");
        try {
            return after == null ? null : UUID.fromString(after);
        } catch (IllegalArgumentException e) {
            throw Cursor.refused();
        }
    }
}
