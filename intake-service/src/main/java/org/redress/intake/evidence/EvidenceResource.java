package org.redress.intake.evidence;

import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;
import org.redress.intake.casework.CaseProblemView;
import org.redress.service.caller.Role;
import org.redress.service.page.Page;
import org.redress.service.problem.Problem;

/** The evidence of a complaint, in the order in which things happened. */
@Path("/api/v1/complaints/{id}/evidence")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "evidence", description = "Files that show what happened, in versions")
public class EvidenceResource {
    private final ReadEvidence readEvidence;

    EvidenceResource(ReadEvidence readEvidence) {
        this.readEvidence = readEvidence;
    }

    /** All evidence that the caller sees, in the order in which things happened (R12). */
    @GET
    @RolesAllowed({Role.COMPLAINANT, Role.PARTNER, Role.MERCHANT, Role.AGENT, Role.SUPERVISOR, Role.OPS, Role.PLATFORM})
    @Operation(summary = "The evidence, in the order in which things happened")
    public Page<EvidenceView> list(
            @PathParam("id") UUID id,
            @QueryParam("cursor") @Nullable String cursor,
            @QueryParam("limit") @DefaultValue("20") @Min(1) @Max(100) int limit) {
        return readEvidence.list(id, cursor, limit);
    }

    /** One piece with its versions. */
    @GET
    @Path("/{evidenceId}")
    @RolesAllowed({Role.COMPLAINANT, Role.PARTNER, Role.MERCHANT, Role.AGENT, Role.SUPERVISOR, Role.OPS, Role.PLATFORM})
    @Operation(summary = "A piece of evidence with its versions")
    public EvidenceView find(@PathParam("id") UUID id, @PathParam("evidenceId") UUID evidenceId) {
        return readEvidence.find(id, evidenceId);
    }

    /** Marks a piece as showing a key fact, or takes the mark away. */
    @PUT
    @Path("/{evidenceId}/mark")
    @Consumes(MediaType.APPLICATION_JSON)
    @RolesAllowed({Role.COMPLAINANT, Role.PARTNER, Role.MERCHANT, Role.AGENT, Role.SUPERVISOR, Role.PLATFORM})
    @Operation(summary = "Mark a piece as showing a key fact, or take the mark away")
    @APIResponse(
            responseCode = "200",
            description = "The piece as it is marked now",
            content =
                    @Content(
                            mediaType = MediaType.APPLICATION_JSON,
                            schema = @Schema(implementation = EvidenceView.class)))
    @APIResponse(
            responseCode = "409",
            description = "The case does not allow it now; code and current say why",
            content =
                    @Content(mediaType = Problem.MEDIA_TYPE, schema = @Schema(implementation = CaseProblemView.class)))
    @APIResponse(
            responseCode = "412",
            description = "If-Match names another version",
            content = @Content(mediaType = Problem.MEDIA_TYPE, schema = @Schema(implementation = Problem.class)))
    public EvidenceView mark(
            @PathParam("id") UUID id,
            @PathParam("evidenceId") UUID evidenceId,
            @HeaderParam(HttpHeaders.IF_MATCH) @Parameter(example = "\"3\"") @Nullable String ifMatch,
            @Valid @NotNull MarkRequest body) {
        return readEvidence.mark(id, evidenceId, body, ifMatch);
    }
}
