package org.redress.sla.rebuild;

import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.Consumes;
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
import java.net.URI;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;
import org.redress.service.caller.Caller;
import org.redress.service.caller.Role;
import org.redress.service.idempotency.IdempotentRequests;
import org.redress.service.page.Cursor;
import org.redress.service.page.Page;
import org.redress.service.problem.ProblemCode;
import org.redress.service.problem.ProblemException;

/** Rebuilds over HTTP: each caller sees those that were asked for on their own platform, and its clocks alone. */
@Path("/api/v1/sla/rebuilds")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Rebuilds", description = "Clocks computed anew from the kept events")
public class RebuildResource {
    private final RebuildRepository rebuilds;
    private final OrderRebuild order;
    private final IdempotentRequests requests;
    private final Caller caller;

    RebuildResource(RebuildRepository rebuilds, OrderRebuild order, IdempotentRequests requests, Caller caller) {
        this.rebuilds = rebuilds;
        this.order = order;
        this.requests = requests;
        this.caller = caller;
    }

    /** Orders one; it runs in the background. */
    @POST
    @Consumes(MediaType.APPLICATION_JSON)
    @RolesAllowed({Role.OPS, Role.ADMIN})
    @Operation(summary = "Compute clocks anew: of a complaint, of the platform, or, for admins, of all platforms")
    @APIResponse(
            responseCode = "201",
            description = "Ordered; it runs in the background",
            content = @Content(schema = @Schema(implementation = Rebuild.class)))
    @APIResponse(responseCode = "403", description = "All platforms are for admins")
    @APIResponse(responseCode = "404", description = "No such complaint on the caller's platform")
    public Response order(@HeaderParam("Idempotency-Key") @Nullable String key, @NotNull RebuildRequest asked) {
        if (asked.ofAllPlatforms() && !caller.is(Role.ADMIN)) {
            throw new ProblemException(ProblemCode.FORBIDDEN);
        }
        return requests.once(key, asked, () -> {
            Rebuild ordered = order.order(asked, caller.platform(), caller.subject());
            return Response.created(URI.create("/api/v1/sla/rebuilds/" + ordered.id()))
                    .entity(ordered)
                    .build();
        });
    }

    /** The orders of the caller's platform, newest first. */
    @GET
    @RolesAllowed({Role.OPS, Role.ADMIN})
    @Operation(summary = "Rebuilds, newest first")
    public Page<Rebuild> list(
            @QueryParam("cursor") @Nullable String cursor,
            @QueryParam("limit") @DefaultValue("20") @Min(1) @Max(Page.MAX_LIMIT) int limit) {
        List<Rebuild> rows =
                rebuilds.list(caller.platform(), id(Cursor.parse(cursor).get("before")), limit + 1);
        return Page.of(rows, limit, row -> Cursor.of(Map.of("before", row.id().toString())));
    }

    /** One order and how far it came. */
    @GET
    @Path("/{id}")
    @RolesAllowed({Role.OPS, Role.ADMIN})
    @Operation(summary = "A rebuild and how far it came")
    @APIResponse(responseCode = "200", description = "The rebuild")
    @APIResponse(responseCode = "404", description = "Absent, or another platform's")
    public Rebuild get(@PathParam("id") UUID id) {
        return rebuilds.find(id, caller.platform()).orElseThrow(ProblemException::notFound);
    }

    /** What it changed, by complaint. */
    @GET
    @Path("/{id}/differences")
    @RolesAllowed({Role.OPS, Role.ADMIN})
    @Operation(summary = "The clocks of the caller's platform that a rebuild changed or, dry, would change")
    @APIResponse(responseCode = "200", description = "A page")
    @APIResponse(responseCode = "404", description = "Absent, or another platform's")
    public Page<RebuildDifference> differences(
            @PathParam("id") UUID id,
            @QueryParam("cursor") @Nullable String cursor,
            @QueryParam("limit") @DefaultValue("20") @Min(1) @Max(Page.MAX_LIMIT) int limit) {
        get(id);
        int offset = offset(Cursor.parse(cursor).get("offset"));
        List<RebuildDifference> rows = rebuilds.differences(id, caller.platform(), offset, limit + 1);
        return Page.of(rows, limit, row -> Cursor.of(Map.of("offset", Integer.toString(offset + limit))));
    }

    /** Stops it behind the batch at hand. */
    @POST
    @Path("/{id}/cancellations")
    @RolesAllowed({Role.OPS, Role.ADMIN})
    @Operation(summary = "Cancel a rebuild; what it has done stays done")
    @APIResponse(
            responseCode = "200",
            description = "Cancelled",
            content = @Content(schema = @Schema(implementation = Rebuild.class)))
    @APIResponse(responseCode = "404", description = "Absent, or another platform's")
    @APIResponse(responseCode = "409", description = "It has ended already")
    public Response cancel(@PathParam("id") UUID id, @HeaderParam("Idempotency-Key") @Nullable String key) {
        return requests.once(
                key,
                Map.of("id", id),
                () -> Response.ok(order.cancel(id, caller.platform())).build());
    }

    private static int offset(@Nullable String text) {
        try {
            return text == null ? 0 : Math.max(0, Integer.parseInt(text));
        } catch (NumberFormatException e) {
            throw Cursor.refused();
        }
    }

    private static @Nullable UUID id(@Nullable String text) {
        try {
            return text == null ? null : UUID.fromString(text);
        } catch (IllegalArgumentException e) {
            throw Cursor.refused();
        }
    }
}
