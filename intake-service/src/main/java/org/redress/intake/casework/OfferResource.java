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
import org.redress.intake.casework.RulingRequests.OfferRequest;
import org.redress.intake.lifecycle.Act;
import org.redress.intake.lifecycle.OfferCommand;
import org.redress.service.caller.Role;
import org.redress.service.problem.Languages;

/** Settlements offered before a decision. */
@Path("/api/v1/complaints")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
@Tag(name = "case")
public class OfferResource {
    private final CaseDesk desk;

    OfferResource(CaseDesk desk) {
        this.desk = desk;
    }

    /** Offers a settlement. */
    @POST
    @Path("/{id}/remedy-offers")
    @RolesAllowed({Role.AGENT, Role.SUPERVISOR, Role.PLATFORM})
    @Operation(summary = "Offer a settlement before a decision")
    public Response offerRemedy(
            @BeanParam CommandParameters with,
            @HeaderParam(HttpHeaders.ACCEPT_LANGUAGE) @Nullable String languages,
            @Valid @NotNull OfferRequest body) {
        Locale language = Languages.of(languages);
        return desk.give(
                with,
                Act.OFFER_REMEDY,
                body,
                who -> new OfferCommand.OfferRemedy(
                        RemedyOrders.read(body.remedy(), language), body.until(), body.note()));
    }

    /** Takes the settlement. */
    @POST
    @Path("/{id}/remedy-offers/{part}/acceptance")
    @RolesAllowed({Role.COMPLAINANT, Role.PARTNER})
    @Operation(summary = "Take an offered settlement; its remedy is ordered")
    public Response acceptOffer(
            @BeanParam CommandParameters with, @PathParam("part") UUID part, @Valid @NotNull NoteRequest body) {
        return desk.give(with, Act.ACCEPT_OFFER, body, who -> new OfferCommand.AcceptOffer(part, body.note()));
    }

    /** Does not take the settlement. */
    @POST
    @Path("/{id}/remedy-offers/{part}/refusal")
    @RolesAllowed({Role.COMPLAINANT, Role.PARTNER})
    @Operation(summary = "Refuse an offered settlement; the case goes on")
    public Response refuseOffer(
            @BeanParam CommandParameters with, @PathParam("part") UUID part, @Valid @NotNull NoteRequest body) {
        return desk.give(with, Act.REFUSE_OFFER, body, who -> new OfferCommand.RefuseOffer(part, body.note()));
    }

    /** Takes the offer back. */
    @POST
    @Path("/{id}/remedy-offers/{part}/withdrawal")
    @RolesAllowed({Role.AGENT, Role.SUPERVISOR, Role.PLATFORM})
    @Operation(summary = "Take an offered settlement back that was not answered")
    public Response withdrawOffer(
            @BeanParam CommandParameters with, @PathParam("part") UUID part, @Valid @NotNull ReasonRequest body) {
        return desk.give(with, Act.WITHDRAW_OFFER, body, who -> new OfferCommand.WithdrawOffer(part, body.reason()));
    }
}
