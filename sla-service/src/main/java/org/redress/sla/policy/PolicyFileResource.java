package org.redress.sla.policy;

import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;
import org.redress.service.caller.Caller;
import org.redress.service.caller.Role;
import org.redress.service.idempotency.IdempotentRequests;

/** A platform's policies and calendars as a file over HTTP. */
@Path("/api/v1/sla/policy-files")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Policies", description = "What a platform promises, in versions")
public class PolicyFileResource {
    private final ExportPolicies export;
    private final ImportPolicies read;
    private final IdempotentRequests requests;
    private final Caller caller;

    PolicyFileResource(ExportPolicies export, ImportPolicies read, IdempotentRequests requests, Caller caller) {
        this.export = export;
        this.read = read;
        this.requests = requests;
        this.caller = caller;
    }

    /** Everything of the caller's platform. */
    @GET
    @RolesAllowed({Role.ADMIN, Role.OPS, Role.PLATFORM})
    @Operation(summary = "All policy versions and calendars of the platform as one file")
    @APIResponse(
            responseCode = "200",
            description = "The file",
            content = @Content(schema = @Schema(implementation = PolicyFile.class)))
    public Response export() {
        return Response.ok(export.export(caller.platform()))
                .header(
                        HttpHeaders.CONTENT_DISPOSITION,
                        "attachment; filename=\"" + caller.platform() + "-policies.json\"")
                .build();
    }

    /** Stores what a file has and the platform has not. */
    @POST
    @Consumes(MediaType.APPLICATION_JSON)
    @RolesAllowed(Role.ADMIN)
    @Operation(summary = "Store what a file has and the platform has not; everything is checked first")
    @APIResponse(
            responseCode = "200",
            description = "What was stored",
            content = @Content(schema = @Schema(implementation = PolicyFile.ImportAnswer.class)))
    @APIResponse(responseCode = "422", description = "Something is wrong; nothing was stored")
    public Response read(@HeaderParam("Idempotency-Key") @Nullable String key, @Valid @NotNull PolicyFile file) {
        return requests.once(
                key,
                file,
                () -> Response.ok(read.read(file, caller.platform(), caller.subject()))
                        .build());
    }
}
