package org.redress.intake.platform;

import jakarta.annotation.security.PermitAll;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;
import org.redress.service.caller.Caller;
import org.redress.service.caller.Role;
import org.redress.service.idempotency.IdempotentRequests;
import org.redress.service.page.Page;
import org.redress.service.problem.ProblemException;

/** Platform profiles: public to read, registered by admins. */
@Path("/api/v1/platforms")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "platforms", description = "The profiles of selling platforms")
public class PlatformResource {
    private final PlatformRepository platforms;
    private final RegisterPlatform registerPlatform;
    private final IdempotentRequests idempotent;
    private final Caller caller;

    PlatformResource(
            PlatformRepository platforms,
            RegisterPlatform registerPlatform,
            IdempotentRequests idempotent,
            Caller caller) {
        this.platforms = platforms;
        this.registerPlatform = registerPlatform;
        this.idempotent = idempotent;
        this.caller = caller;
    }

    /** Every platform; there are few, so they come on one page. */
    @GET
    @PermitAll
    @Operation(summary = "All platform profiles (public)")
    public Page<PlatformProfile> list() {
        return new Page<>(platforms.list(), null);
    }

    /** One platform. */
    @GET
    @Path("/{id}")
    @PermitAll
    @Operation(summary = "A platform profile (public)")
    public PlatformProfile find(@PathParam("id") String id) {
        return platforms.find(id).orElseThrow(ProblemException::notFound);
    }

    /** Registers a new platform. */
    @POST
    @Consumes(MediaType.APPLICATION_JSON)
    @RolesAllowed(Role.ADMIN)
    @Operation(summary = "Register a platform", description = "An id that exists answers 409.")
    @APIResponse(
            responseCode = "201",
            description = "Registered; Location is set",
            content = @Content(schema = @Schema(implementation = PlatformProfile.class)))
    public Response register(
            @HeaderParam("Idempotency-Key") @Nullable String key, @Valid @NotNull PlatformRequest request) {
        return idempotent.once(key, request, () -> {
            PlatformProfile profile = registerPlatform.register(request, caller.subject());
            return Response.created(URI.create("/api/v1/platforms/" + profile.id()))
                    .entity(profile)
                    .build();
        });
    }
}
