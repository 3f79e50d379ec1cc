package org.redress.intake.casework;

import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.redress.intake.casework.CaseRequests.ReasonRequest;
import org.redress.intake.casework.RulingRequests.ReferralAnswerRequest;
import org.redress.intake.casework.RulingRequests.ReferralRequest;
import org.redress.intake.lifecycle.Act;
import org.redress.intake.lifecycle.ReferralCommand;
import org.redress.service.caller.Role;

/** Referrals to bodies outside. */
@Path("/api/v1/complaints")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
@Tag(name = "case", description = "Everything that is done to a complaint after it was filed, as commands")
public class ReferralResource {
    private final CaseDesk desk;

    ReferralResource(CaseDesk desk) {
        this.desk = desk;
    }

    /** Hands the case to a body outside. */
    @POST
    @Path("/{id}/referrals")
    @RolesAllowed({Role.AGENT, Role.SUPERVISOR})
    @Operation(summary = "Hand the case to a body outside, one of the platform's externalBodies")
    public Response refer(@BeanParam CommandParameters with, @Valid @NotNull ReferralRequest body) {
        return desk.give(
                with,
                Act.REFER,
                body,
                who -> new ReferralCommand.Refer(body.body(), body.reference(), body.dueAt(), body.note()));
    }

    /** Notes what the body outside answered. */
    @POST
    @Path("/{id}/referrals/{part}/answer")
    @RolesAllowed({Role.AGENT, Role.SUPERVISOR})
    @Operation(summary = "Note what the body outside answered")
    public Response answerReferral(
            @BeanParam CommandParameters with,
            @PathParam("part") UUID part,
            @Valid @NotNull ReferralAnswerRequest body) {
        return desk.give(
                with,
                Act.ANSWER_REFERRAL,
                body,
                who -> new ReferralCommand.AnswerReferral(part, body.outcome(), body.reference(), body.note()));
    }

    /** Takes a referral back. */
    @POST
    @Path("/{id}/referrals/{part}/withdrawal")
    @RolesAllowed({Role.AGENT, Role.SUPERVISOR})
    @Operation(summary = "Take a referral back")
    public Response withdrawReferral(
            @BeanParam CommandParameters with, @PathParam("part") UUID part, @Valid @NotNull ReasonRequest body) {
        return desk.give(
                with, Act.WITHDRAW_REFERRAL, body, who -> new ReferralCommand.WithdrawReferral(part, body.reason()));
    }
}
