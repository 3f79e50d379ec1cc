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
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
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
import org.redress.service.problem.FieldError;
import org.redress.service.problem.ProblemException;
import org.redress.sla.policy.PolicyAnswers.CheckAnswer;

/** Policies over HTTP: checking, creating and reading versions, each caller's own platform only. */
@Path("/api/v1/sla/policies")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Policies", description = "What a platform promises, in versions")
public class PolicyResource {
    private final PolicyVersionRepository policies;
    private final PolicyRequests reading;
    private final CreatePolicy create;
    private final IdempotentRequests requests;
    private final Caller caller;

    PolicyResource(
            PolicyVersionRepository policies,
            PolicyRequests reading,
            CreatePolicy create,
            IdempotentRequests requests,
            Caller caller) {
        this.policies = policies;
        this.reading = reading;
        this.create = create;
        this.requests = requests;
        this.caller = caller;
    }

    /** Stores the next version: checked as a whole, one message a wrong field, nothing stored if one is wrong. */
    @POST
    @Consumes(MediaType.APPLICATION_JSON)
    @RolesAllowed(Role.ADMIN)
    @Operation(summary = "Store a policy as the platform's next version: in force at once, from activeFrom, or a draft")
    @APIResponse(
            responseCode = "201",
            description = "Stored, with its ETag; in force for complaints filed from activeFrom on",
            content = @Content(schema = @Schema(implementation = PolicyView.class)))
    @APIResponse(responseCode = "409", description = "The version is not the next one")
    @APIResponse(responseCode = "422", description = "A field is wrong; nothing was stored")
    public Response create(
            @HeaderParam("Idempotency-Key") @Nullable String key, @NotNull Map<String, Object> document) {
        return requests.once(key, document, () -> {
            List<FieldError> errors = new ArrayList<>();
            NewPolicy policy = reading.asked(document, caller.platform(), errors)
                    .orElseThrow(() -> ProblemException.invalid(errors));
            return created(create.create(policy, caller.subject()));
        });
    }

    /** Checks without storing. */
    @POST
    @Path("/validations")
    @Consumes(MediaType.APPLICATION_JSON)
    @RolesAllowed({Role.ADMIN, Role.OPS, Role.SUPERVISOR, Role.PLATFORM})
    @Operation(summary = "What is wrong with a policy, each field with its reason; stores nothing")
    @APIResponse(responseCode = "200", description = "The answer says whether it would be accepted")
    public CheckAnswer validate(@NotNull Map<String, Object> document) {
        List<FieldError> errors = new ArrayList<>();
        boolean valid = reading.asked(document, caller.platform(), errors).isPresent();
        return new CheckAnswer(valid, errors);
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
                .map(PolicyView::of);
    }

    /** A version with its tag. */
    static Response answer(StoredPolicy stored) {
        return Response.ok(PolicyView.of(stored)).header("ETag", stored.etag()).build();
    }

    /** A new version with its address and tag. */
    static Response created(StoredPolicy stored) {
        return Response.created(URI.create("/api/v1/sla/policies/" + stored.platform() + "/" + stored.version()))
                .header("ETag", stored.etag())
                .entity(PolicyView.of(stored))
                .build();
    }

    private static @Nullable Integer below(@Nullable String cursor) {
        String below = Cursor.parse(cursor).get("below");
        if (below == null && Cursor.isFirst(cursor)) {
            return null;
        }
        try {
            return Integer.valueOf(below == null ? "" : below);
        } catch (NumberFormatException e) {
            throw Cursor.refused();
        }
    }
}
