package org.redress.intake.casework;

import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.Locale;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;
import org.redress.intake.casework.CaseRequests.NoteRequest;
import org.redress.intake.casework.CaseRequests.ReasonRequest;
import org.redress.intake.casework.RulingRequests.ExecutionRequest;
import org.redress.intake.casework.RulingRequests.RemedyRequest;
import org.redress.intake.lifecycle.Act;
import org.redress.intake.lifecycle.RemedyCommand;
import org.redress.service.caller.Role;
import org.redress.service.problem.Languages;

/** Remedies, followed to the end. */
@Path("/api/v1/complaints")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
@Tag(name = "case", description = "Everything that is done to a complaint after it was filed, as commands")
public class RemedyResource {
    private final CaseDesk desk;

    RemedyResource(CaseDesk desk) {
        this.desk = desk;
    }

    /** Orders a remedy. */
    @POST
    @Path("/{id}/remedies")
    @RolesAllowed({Role.AGENT, Role.SUPERVISOR})
    @Operation(summary = "Order a remedy beside the decision")
    public Response orderRemedy(
            @BeanParam CommandParameters with,
            @HeaderParam(HttpHeaders.ACCEPT_LANGUAGE) @Nullable String languages,
            @Valid @NotNull RemedyRequest body) {
        Locale language = Languages.of(languages);
        return desk.give(
                with,
                Act.ORDER_REMEDY,
                body,
                who -> new RemedyCommand.OrderRemedy(RemedyOrders.read(body, language), body.note()));
    }

    /** Says that a remedy was carried out. */
    @POST
    @Path("/{id}/remedies/{part}/execution")
    @RolesAllowed({Role.PLATFORM, Role.AGENT, Role.SUPERVISOR})
    @Operation(summary = "Say that a remedy was carried out")
    public Response executeRemedy(
            @BeanParam CommandParameters with, @PathParam("part") UUID part, @Valid @NotNull ExecutionRequest body) {
        return desk.give(
                with,
                Act.EXECUTE_REMEDY,
                body,
                who -> new RemedyCommand.ExecuteRemedy(part, body.platformReference(), body.receipt(), body.note()));
    }

    /** Says that a remedy arrived. */
    @POST
    @Path("/{id}/remedies/{part}/confirmation")
    @RolesAllowed({Role.COMPLAINANT, Role.PARTNER})
    @Operation(summary = "Say that a remedy arrived")
    public Response confirmRemedy(
            @BeanParam CommandParameters with, @PathParam("part") UUID part, @Valid @NotNull NoteRequest body) {
        return desk.give(with, Act.CONFIRM_REMEDY, body, who -> new RemedyCommand.ConfirmRemedy(part, body.note()));
    }

    /** Says that a remedy did not arrive. */
    @POST
    @Path("/{id}/remedies/{part}/dispute")
    @RolesAllowed({Role.COMPLAINANT, Role.PARTNER})
    @Operation(summary = "Say that a remedy did not arrive; a decided case goes on")
    public Response disputeRemedy(
            @BeanParam CommandParameters with, @PathParam("part") UUID part, @Valid @NotNull ReasonRequest body) {
        return desk.give(with, Act.DISPUTE_REMEDY, body, who -> new RemedyCommand.DisputeRemedy(part, body.reason()));
    }

    /** Takes a remedy back. */
    @POST
    @Path("/{id}/remedies/{part}/cancellation")
    @RolesAllowed({Role.AGENT, Role.SUPERVISOR})
    @Operation(summary = "Take a remedy back that is not carried out")
    public Response cancelRemedy(
            @BeanParam CommandParameters with, @PathParam("part") UUID part, @Valid @NotNull ReasonRequest body) {
        return desk.give(with, Act.CANCEL_REMEDY, body, who -> new RemedyCommand.CancelRemedy(part, body.reason()));
    }
}
