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
import java.util.Set;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.redress.intake.casework.CaseRequests.MaterialsRequest;
import org.redress.intake.casework.CaseRequests.QuestionRequest;
import org.redress.intake.casework.CaseRequests.ReleaseRequest;
import org.redress.intake.casework.CaseRequests.StatementRequest;
import org.redress.intake.casework.CaseRequests.SupplementRequest;
import org.redress.intake.completeness.HeldByPlatform;
import org.redress.intake.lifecycle.Act;
import org.redress.intake.lifecycle.MaterialsCommand;
import org.redress.intake.lifecycle.MerchantCommand;
import org.redress.service.caller.Caller;
import org.redress.service.caller.Role;

/** Material that is asked for and supplied, and what the merchant says. */
@Path("/api/v1/complaints")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
@Tag(name = "case", description = "Everything that is done to a complaint after it was filed, as commands")
public class MaterialsResource {
    private final CaseDesk desk;
    private final HeldByPlatform heldByPlatform;

    private final Caller caller;

    MaterialsResource(CaseDesk desk, HeldByPlatform heldByPlatform, Caller caller) {
        this.desk = desk;
        this.heldByPlatform = heldByPlatform;
        this.caller = caller;
    }

    /** Asks the complainant for material. */
    @POST
    @Path("/{id}/materials-requests")
    @RolesAllowed({Role.AGENT, Role.SUPERVISOR})
    @Operation(summary = "Ask the complainant for everything that is missing")
    public Response requestMaterials(@BeanParam CommandParameters with, @Valid @NotNull MaterialsRequest body) {
        return desk.give(
                with,
                Act.REQUEST_MATERIALS,
                body,
                who -> Materials.request(body, heldByPlatform.told(with.id(), caller.platform())));
    }

    /** Supplies what was asked for. */
    @POST
    @Path("/{id}/supplements")
    @RolesAllowed({Role.COMPLAINANT, Role.PARTNER, Role.AGENT})
    @Operation(summary = "Supply what was asked for")
    public Response supplement(@BeanParam CommandParameters with, @Valid @NotNull SupplementRequest body) {
        return desk.give(
                with,
                Act.SUPPLEMENT,
                body,
                who -> new MaterialsCommand.Supplement(Set.copyOf(body.items()), body.note()));
    }

    /** Shows the complainant what the merchant handed in. */
    @POST
    @Path("/{id}/evidence/{evidenceId}/release")
    @RolesAllowed({Role.MERCHANT, Role.AGENT, Role.SUPERVISOR})
    @Operation(summary = "Show the complainant what the merchant handed in, up to a version")
    public Response releaseEvidence(
            @BeanParam CommandParameters with,
            @PathParam("evidenceId") UUID evidenceId,
            @Valid @NotNull ReleaseRequest body) {
        return desk.give(
                with,
                Act.RELEASE_EVIDENCE,
                body,
                who -> new MaterialsCommand.ReleaseEvidence(evidenceId, body.version(), body.reason()));
    }

    /** Asks the merchant for a statement. */
    @POST
    @Path("/{id}/merchant-questions")
    @RolesAllowed({Role.AGENT, Role.SUPERVISOR})
    @Operation(summary = "Ask the merchant for a statement")
    public Response askMerchant(@BeanParam CommandParameters with, @Valid @NotNull QuestionRequest body) {
        return desk.give(
                with, Act.ASK_MERCHANT, body, who -> new MerchantCommand.AskMerchant(body.dueAt(), body.text()));
    }

    /** Takes the statement that the merchant was asked for. */
    @POST
    @Path("/{id}/merchant-replies")
    @RolesAllowed({Role.MERCHANT, Role.AGENT, Role.SUPERVISOR})
    @Operation(summary = "The merchant's statement, when asked")
    public Response replyAsMerchant(@BeanParam CommandParameters with, @Valid @NotNull StatementRequest body) {
        return desk.give(with, Act.REPLY_AS_MERCHANT, body, who -> new MerchantCommand.ReplyAsMerchant(body.text()));
    }
}
