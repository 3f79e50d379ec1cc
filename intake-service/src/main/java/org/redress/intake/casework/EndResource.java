package org.redress.intake.casework;

import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.redress.intake.casework.CaseRequests.NoteRequest;
import org.redress.intake.casework.CaseRequests.ReasonRequest;
import org.redress.intake.casework.RulingRequests.RatingRequest;
import org.redress.intake.lifecycle.Act;
import org.redress.intake.lifecycle.EndCommand;
import org.redress.service.caller.Role;

/** How a case ends, and what comes after. */
@Path("/api/v1/complaints")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
@Tag(name = "case", description = "Everything that is done to a complaint after it was filed, as commands")
public class EndResource {
    private final CaseDesk desk;

    EndResource(CaseDesk desk) {
        this.desk = desk;
    }

    /** Takes the complaint back. */
    @POST
    @Path("/{id}/withdrawal")
    @RolesAllowed({Role.COMPLAINANT, Role.PARTNER})
    @Operation(summary = "Take the complaint back")
    public Response withdraw(@BeanParam CommandParameters with, @Valid @NotNull NoteRequest body) {
        return desk.give(with, Act.WITHDRAW, body, who -> new EndCommand.Withdraw(body.note()));
    }

    /** Closes a decided case. */
    @POST
    @Path("/{id}/closure")
    @RolesAllowed({Role.COMPLAINANT, Role.PARTNER, Role.AGENT, Role.SUPERVISOR})
    @Operation(summary = "Close a decided case on which nothing is open")
    public Response close(@BeanParam CommandParameters with, @Valid @NotNull NoteRequest body) {
        return desk.give(with, Act.CLOSE, body, who -> new EndCommand.Close(body.note()));
    }

    /** Has a closed case go on. */
    @POST
    @Path("/{id}/reopenings")
    @RolesAllowed({Role.COMPLAINANT, Role.PARTNER, Role.AGENT, Role.SUPERVISOR})
    @Operation(summary = "Have a closed case go on")
    public Response reopen(@BeanParam CommandParameters with, @Valid @NotNull ReasonRequest body) {
        return desk.give(with, Act.REOPEN, body, who -> new EndCommand.Reopen(body.reason()));
    }

    /** Rates what was done. */
    @POST
    @Path("/{id}/rating")
    @RolesAllowed({Role.COMPLAINANT, Role.PARTNER})
    @Operation(summary = "Rate the handling and the seller")
    public Response rate(@BeanParam CommandParameters with, @Valid @NotNull RatingRequest body) {
        return desk.give(
                with, Act.RATE, body, who -> new EndCommand.Rate(body.handling(), body.seller(), body.comment()));
    }
}
