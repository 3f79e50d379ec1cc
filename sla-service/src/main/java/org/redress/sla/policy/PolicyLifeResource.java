package org.redress.sla.policy;

import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
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
import org.redress.service.problem.ProblemException;
import org.redress.sla.policy.PolicyAnswers.ActivationRequest;
import org.redress.sla.policy.PolicyAnswers.CopyRequest;
import org.redress.sla.policy.PolicyAnswers.DifferencesAnswer;

/** Single policy versions over HTTP: reading, activating, retiring, copying and comparing them. */
@Path("/api/v1/sla/policies/{platform}/{version}")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Policies", description = "What a platform promises, in versions")
public class PolicyLifeResource {
    private final PolicyVersionRepository versions;
    private final ChangePolicyLife life;
    private final CopyPolicy copy;
    private final ComparePolicies compare;
    private final IdempotentRequests requests;
    private final Caller caller;

    PolicyLifeResource(
            PolicyVersionRepository versions,
            ChangePolicyLife life,
            CopyPolicy copy,
            ComparePolicies compare,
            IdempotentRequests requests,
            Caller caller) {
        this.versions = versions;
        this.life = life;
        this.copy = copy;
        this.compare = compare;
        this.requests = requests;
        this.caller = caller;
    }

    /** One version; its ETag is what a change of its life may name. */
    @GET
    @RolesAllowed({Role.ADMIN, Role.OPS, Role.SUPERVISOR, Role.AGENT, Role.PLATFORM})
    @Operation(summary = "One version of the platform's policy")
    @APIResponse(
            responseCode = "200",
            description = "The version, with its ETag",
            content = @Content(schema = @Schema(implementation = PolicyView.class)))
    @APIResponse(responseCode = "404", description = "Absent, or another platform's")
    public Response one(@PathParam("platform") String platform, @PathParam("version") int version) {
        return versions.find(own(platform), version)
                .map(PolicyResource::answer)
                .orElseThrow(ProblemException::notFound);
    }

    /** Lets a version take effect. */
    @POST
    @Path("/activations")
    @Consumes(MediaType.APPLICATION_JSON)
    @RolesAllowed(Role.ADMIN)
    @Operation(
            summary = "Let a draft take effect, at once or from activeFrom on; or a scheduled version at another time")
    @APIResponse(
            responseCode = "200",
            description = "The version as it is now",
            content = @Content(schema = @Schema(implementation = PolicyView.class)))
    @APIResponse(responseCode = "404", description = "Absent, or another platform's")
    @APIResponse(responseCode = "409", description = "It took effect before, or is retired")
    @APIResponse(responseCode = "412", description = "It changed since If-Match was read")
    @APIResponse(responseCode = "422", description = "activeFrom has passed by more than five minutes")
    public Response activate(
            @PathParam("platform") String platform,
            @PathParam("version") int version,
            @HeaderParam("If-Match") @Nullable String ifMatch,
            @HeaderParam("Idempotency-Key") @Nullable String key,
            @NotNull ActivationRequest request) {
        return requests.once(
                key,
                request,
                () -> PolicyResource.answer(
                        life.activate(own(platform), version, request.activeFrom(), ifMatch, caller.subject())));
    }

    /** Retires a version. */
    @POST
    @Path("/retirements")
    @RolesAllowed(Role.ADMIN)
    @Operation(
            summary =
                    "Retire a draft, a scheduled or a superseded version; the one in force stays until another takes over")
    @APIResponse(
            responseCode = "200",
            description = "The version as it is now",
            content = @Content(schema = @Schema(implementation = PolicyView.class)))
    @APIResponse(responseCode = "404", description = "Absent, or another platform's")
    @APIResponse(responseCode = "409", description = "It is in force, or retired already")
    @APIResponse(responseCode = "412", description = "It changed since If-Match was read")
    public Response retire(
            @PathParam("platform") String platform,
            @PathParam("version") int version,
            @HeaderParam("If-Match") @Nullable String ifMatch,
            @HeaderParam("Idempotency-Key") @Nullable String key) {
        return requests.once(
                key,
                version,
                () -> PolicyResource.answer(life.retire(own(platform), version, ifMatch, caller.subject())));
    }

    /** Stores the same rules as the next version, with the newest version of their calendar. */
    @POST
    @Path("/copies")
    @Consumes(MediaType.APPLICATION_JSON)
    @RolesAllowed(Role.ADMIN)
    @Operation(summary = "Store the same rules as the next version, accepted with the calendar's newest version")
    @APIResponse(
            responseCode = "201",
            description = "Stored, with its ETag",
            content = @Content(schema = @Schema(implementation = PolicyView.class)))
    @APIResponse(responseCode = "404", description = "Absent, or another platform's")
    @APIResponse(
            responseCode = "422",
            description = "The rules are not right by that calendar, or activeFrom has passed")
    public Response copy(
            @PathParam("platform") String platform,
            @PathParam("version") int version,
            @HeaderParam("Idempotency-Key") @Nullable String key,
            @NotNull CopyRequest request) {
        return requests.once(
                key,
                request,
                () -> PolicyResource.created(copy.copy(own(platform), version, request, caller.subject())));
    }

    /** What differs from another version. */
    @GET
    @Path("/differences")
    @RolesAllowed({Role.ADMIN, Role.OPS, Role.SUPERVISOR, Role.AGENT, Role.PLATFORM})
    @Operation(summary = "What differs between another version and this one, rule by rule")
    @APIResponse(responseCode = "200", description = "The differences")
    @APIResponse(responseCode = "404", description = "One of them is absent, or another platform's")
    public DifferencesAnswer differences(
            @PathParam("platform") String platform,
            @PathParam("version") int version,
            @QueryParam("from") @NotNull @Min(1) Integer from) {
        return compare.compare(own(platform), from, version);
    }

    private String own(String platform) {
        if (!platform.equals(caller.platform())) {
            throw ProblemException.notFound();
        }
        return platform;
    }
}
