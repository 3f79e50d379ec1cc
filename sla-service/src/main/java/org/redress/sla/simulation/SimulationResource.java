package org.redress.sla.simulation;

import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.redress.service.caller.Caller;
import org.redress.service.caller.Role;

/** Simulations over HTTP. Nothing is stored, so no idempotency key is needed. */
@Path("/api/v1/sla/simulations")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
@Tag(name = "Policies", description = "What a platform promises, in versions")
public class SimulationResource {
    private final Simulate simulate;
    private final Caller caller;

    SimulationResource(Simulate simulate, Caller caller) {
        this.simulate = simulate;
        this.caller = caller;
    }

    /** What a policy would do. */
    @POST
    @RolesAllowed({Role.ADMIN, Role.OPS, Role.SUPERVISOR, Role.AGENT, Role.PLATFORM})
    @Operation(summary = "What a policy would do on given events, explained; stores nothing")
    @APIResponse(responseCode = "200", description = "The clocks as of until")
    @APIResponse(responseCode = "422", description = "The policy, a calendar or an event is wrong")
    public Simulation simulate(@Valid @NotNull SimulationRequest request) {
        return simulate.answer(request, caller.platform());
    }
}
