package org.redress.sla.policy;

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

/** Policies over HTTP, each caller's own platform only. */
@Path("/api/v1/sla/policies")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Policies", description = "What a platform promises, in versions")
public class PolicyResource {
    private final PolicyRepository policies;
    private final PolicyDocuments documents;
    private final ActivatePolicy activate;
    private final IdempotentRequests requests;
    private final Caller caller;

    PolicyResource(
            PolicyRepository policies,
            PolicyDocuments documents,
            ActivatePolicy activate,
            IdempotentRequests requests,
            Caller caller) {
        this.policies = policies;
        this.documents = documents;
        this.activate = activate;
        this.requests = requests;
        this.caller = caller;
    }

    /** Activates the next version: checked as a whole, one message a wrong field, nothing stored if one is wrong. */
    @POST
    @Consumes(MediaType.APPLICATION_JSON)
    @RolesAllowed(Role.ADMIN)
    @Operation(summary = "Activate a policy as the platform's next version, at once or from activeFrom")
    @APIResponse(responseCode = "201", description = "In force for complaints filed from activeFrom on")
    @APIResponse(responseCode = "409", description = "The version is not the next one")
    @APIResponse(responseCode = "422", description = "A field is wrong; nothing was stored")
    public Response activate(
            @HeaderParam("Idempotency-Key") @Nullable String key, @NotNull Map<String, Object> document) {
        return requests.once(key, document, () -> {
            PolicyRequest request = documents.request(document, caller.platform());
            StoredPolicy stored =
                    activate.activate(request.policy(), request.version(), request.activeFrom(), caller.subject());
            return Response.created(URI.create("/api/v1/sla/policies/" + stored.platform() + "/" + stored.version()))
                    .entity(documents.view(stored))
                    .build();
        });
    }

    /** The versions of the caller's platform, newest first. */
    @GET
    @RolesAllowed({Role.ADMIN, Role.OPS, Role.SUPERVISOR, Role.AGENT, Role.PLATFORM})
    @Operation(summary = "The versions of the platform's policy, newest first")
    public Page<PolicyView> list(
            @QueryParam("platform") @Nullable String platform,
            @QueryParam("cursor") @Nullable String cursor,
            @QueryParam("limit") @DefaultValue("20") @Min(1) @Max(Page.MAX_LIMIT) int limit) {
        if (platform != null && !platform.equals(caller.platform())) {
            return new Page<>(List.of(), null);
        }
        List<StoredPolicy> rows = policies.list(caller.platform(), below(cursor), limit + 1);
        return Page.of(rows, limit, row -> Cursor.of(Map.of("below", Integer.toString(row.version()))))
                .map(documents::view);
    }

    /** One version of the caller's platform. */
    @GET
    @Path("/{platform}/{version}")
    @RolesAllowed({Role.ADMIN, Role.OPS, Role.SUPERVISOR, Role.AGENT, Role.PLATFORM})
    @Operation(summary = "One version of the platform's policy")
    public PolicyView one(@PathParam("platform") String platform, @PathParam("version") int version) {
        if (!platform.equals(caller.platform())) {
            throw ProblemException.notFound();
        }
        return policies.find(platform, version).map(documents::view).orElseThrow(ProblemException::notFound);
    }

    private static @Nullable Integer below(@Nullable String cursor) {
        String below = Cursor.parse(cursor).get("below");
        if (below == null && cursor == null) {
            return null;
        }
        try {
            return Integer.valueOf(below == null ? "" : below);
        } catch (NumberFormatException e) {
            throw Cursor.refused();
        }
    }
}
