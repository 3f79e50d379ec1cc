package org.redress.service.openapi;

import jakarta.annotation.security.PermitAll;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.Map;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.jspecify.annotations.Nullable;
import org.redress.service.caller.Role;

/** Answers as documented, or as somebody forgot to document. */
@Path("/api/v1/planted")
@Produces(MediaType.APPLICATION_JSON)
public class PlantedResource {
    /** What it says of itself. */
    @Schema(name = "Thing")
    public record ThingView(String name, @Nullable String note) {}

    /** What it takes. */
    @Schema(name = "NewThing")
    public record ThingRequest(
            @NotNull String name, @Nullable String note) {}

    @GET
    @PermitAll
    @Operation(summary = "A thing")
    @APIResponse(
            responseCode = "200",
            description = "The thing",
            content = @Content(schema = @Schema(implementation = ThingView.class)))
    public Response thing(@QueryParam("how") @Nullable String how) {
        return switch (String.valueOf(how)) {
            case "status" -> Response.status(418).build();
            case "field" -> Response.ok(Map.of("name", "a", "secret", "b")).build();
            case "missing" -> Response.ok(Map.of("note", "a")).build();
            case "type" -> Response.ok(Map.of("name", 7)).build();
            case "media" -> Response.ok("a", MediaType.TEXT_PLAIN).build();
            default -> Response.ok(new ThingView("a", null)).build();
        };
    }

    @POST
    @RolesAllowed({Role.OPS, Role.ADMIN})
    @Operation(summary = "A new thing")
    public ThingView create(@HeaderParam("Idempotency-Key") @Nullable String key, @Valid @NotNull ThingRequest thing) {
        return new ThingView(thing.name(), thing.note());
    }
}
