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
import org.redress.intake.casework.RulingRequests.AppealDecisionRequest;
import org.redress.intake.casework.RulingRequests.AppealRequest;
import org.redress.intake.casework.RulingRequests.DecisionRequest;
import org.redress.intake.lifecycle.Act;
import org.redress.intake.lifecycle.AppealCommand;
import org.redress.intake.lifecycle.DecisionCommand;
import org.redress.service.caller.Role;
import org.redress.service.problem.Languages;

/** Decisions and appeals. */
@Path("/api/v1/complaints")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
@Tag(name = "case", description = "Everything that is done to a complaint after it was filed, as commands")
public class DecisionResource {
    private final CaseDesk desk;

    DecisionResource(CaseDesk desk) {
        this.desk = desk;
    }

    /** Decides the case. */
    @POST
    @Path("/{id}/decisions")
    @RolesAllowed({Role.AGENT, Role.SUPERVISOR})
    @Operation(summary = "Decide the case; the remedies are ordered with it")
    public Response decide(
            @BeanParam CommandParameters with,
            @HeaderParam(HttpHeaders.ACCEPT_LANGUAGE) @Nullable String languages,
            @Valid @NotNull DecisionRequest body) {
        Locale language = Languages.of(languages);
        return desk.give(
                with,
                Act.DECIDE,
                body,
                who -> new DecisionCommand.Decide(
                        body.outcome(),
                        body.basis(),
                        RemedyOrders.read(body.remedies(), language),
                        body.facts(),
                        body.words()));
    }

    /** Refuses a settlement by coupons alone. */
    @POST
    @Path("/{id}/settlement-refusals")
    @RolesAllowed({Role.COMPLAINANT, Role.PARTNER})
    @Operation(summary = "Refuse a settlement by coupons alone")
    public Response refuseSettlement(@BeanParam CommandParameters with, @Valid @NotNull ReasonRequest body) {
        return desk.give(with, Act.REFUSE_SETTLEMENT, body, who -> new DecisionCommand.RefuseSettlement(body.reason()));
    }

    /** Appeals against the decision. */
    @POST
    @Path("/{id}/appeals")
    @RolesAllowed({Role.COMPLAINANT, Role.PARTNER})
    @Operation(summary = "Appeal against the decision")
    public Response appeal(@BeanParam CommandParameters with, @Valid @NotNull AppealRequest body) {
        return desk.give(with, Act.APPEAL, body, who -> new AppealCommand.Appeal(body.news(), body.reason()));
    }

    /** Decides an appeal. */
    @POST
    @Path("/{id}/appeals/{part}/decision")
    @RolesAllowed({Role.AGENT, Role.SUPERVISOR})
    @Operation(summary = "Decide an appeal: by a team above, by someone who did not decide before")
    public Response decideAppeal(
            @BeanParam CommandParameters with,
            @PathParam("part") UUID part,
            @HeaderParam(HttpHeaders.ACCEPT_LANGUAGE) @Nullable String languages,
            @Valid @NotNull AppealDecisionRequest body) {
        Locale language = Languages.of(languages);
        return desk.give(with, Act.DECIDE_APPEAL, body, who -> Appeals.decide(part, body, language));
    }

    /** Takes an appeal back. */
    @POST
    @Path("/{id}/appeals/{part}/withdrawal")
    @RolesAllowed({Role.COMPLAINANT, Role.PARTNER})
    @Operation(summary = "Take an appeal back")
    public Response withdrawAppeal(
            @BeanParam CommandParameters with, @PathParam("part") UUID part, @Valid @NotNull NoteRequest body) {
        return desk.give(with, Act.WITHDRAW_APPEAL, body, who -> new AppealCommand.WithdrawAppeal(part, body.note()));
    }
}
