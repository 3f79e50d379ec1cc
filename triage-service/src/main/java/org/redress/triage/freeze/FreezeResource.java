package org.redress.triage.freeze;

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
import java.util.Map;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;
import org.redress.service.caller.Caller;
import org.redress.service.caller.Role;
import org.redress.service.page.Cursor;
import org.redress.service.page.Page;
import org.redress.service.problem.FieldError;
import org.redress.service.problem.ProblemException;

/** Freezes over HTTP, for staff of the platform. */
@Path("/api/v1/freezes")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "freezes", description = "Protective freezes of accounts and goods")
public class FreezeResource {

    private static final String LAST = "last";

    private final FreezeRepository freezes;
    private final Caller caller;

    FreezeResource(FreezeRepository freezes, Caller caller) {
        this.freezes = freezes;
        this.caller = caller;
    }

    /** The platform's freezes, the newest first. */
    @GET
    @RolesAllowed({Role.AGENT, Role.SUPERVISOR, Role.OPS, Role.PLATFORM, Role.ADMIN})
    @Operation(summary = "The freezes of a complaint, or of the platform", operationId = "freezes")
    @APIResponse(responseCode = "200", description = "A page, the newest first")
    @APIResponse(responseCode = "422", description = "A parameter is wrong")
    public Page<Freeze> list(
            @QueryParam("complaint") @Nullable String complaint,
            @QueryParam("cursor") @Nullable String cursor,
            @QueryParam("limit") @DefaultValue("20") @Min(1) @Max(Page.MAX_LIMIT) int limit) {
        UUID before = before(cursor);
        return Page.of(
                freezes.list(caller.platform(), complaint == null ? null : complaint(complaint), before, limit + 1),
                limit,
                freeze -> Cursor.of(Map.of(LAST, freeze.freezeId().toString())));
    }

    /** One freeze. */
    @GET
    @Path("{id}")
    @RolesAllowed({Role.AGENT, Role.SUPERVISOR, Role.OPS, Role.PLATFORM, Role.ADMIN})
    @Operation(summary = "One freeze", operationId = "freeze")
    @APIResponse(responseCode = "200", description = "The freeze and where its delivery stands")
    @APIResponse(responseCode = "404", description = "Absent or not yours")
    public Freeze get(@PathParam("id") String id) {
        UUID freezeId = parse(id);
        if (freezeId == null) {
            throw ProblemException.notFound();
        }
        return freezes.find(caller.platform(), freezeId).orElseThrow(ProblemException::notFound);
    }

    private static UUID complaint(String text) {
        UUID complaint = parse(text);
        if (complaint == null) {
            throw ProblemException.invalid(new FieldError("/complaint", "format", "the id of a complaint"));
        }
        return complaint;
    }

    private static @Nullable UUID before(@Nullable String cursor) {
        if (cursor == null) {
            return null;
        }
        String last = Cursor.parse(cursor).get(LAST);
        UUID before = last == null ? null : parse(last);
        if (before == null) {
            throw Cursor.refused();
        }
        return before;
    }

    private static @Nullable UUID parse(String text) {
        try {
            return UUID.fromString(text);
        } catch (IllegalArgumentException e) {
            return null;
        }
    }
}
