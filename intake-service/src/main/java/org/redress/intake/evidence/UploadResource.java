package org.redress.intake.evidence;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.io.InputStream;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.redress.intake.casework.CaseProblemView;
import org.redress.intake.casework.CommandParameters;
import org.redress.service.caller.Role;
import org.redress.service.limit.Upload;
import org.redress.service.problem.Problem;

/** Evidence as it comes in: forms with one file, read as they arrive. */
@Path("/api/v1/complaints/{id}/evidence")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "evidence", description = "Files that show what happened, in versions")
@APIResponse(
        responseCode = "201",
        description = "Kept; Location and ETag (of the complaint) are set",
        content = @Content(schema = @Schema(implementation = EvidenceView.class)))
@APIResponse(
        responseCode = "400",
        description = "No such form, or one that ends in the middle",
        content = @Content(mediaType = Problem.MEDIA_TYPE, schema = @Schema(implementation = UploadProblemView.class)))
@APIResponse(
        responseCode = "403",
        description = "Another side's evidence",
        content = @Content(mediaType = Problem.MEDIA_TYPE, schema = @Schema(implementation = Problem.class)))
@APIResponse(
        responseCode = "404",
        description = "No such complaint or evidence, or not yours",
        content = @Content(mediaType = Problem.MEDIA_TYPE, schema = @Schema(implementation = Problem.class)))
@APIResponse(
        responseCode = "409",
        description =
                "The case does not allow it now, it holds as much as it may, or a request with the key is in flight",
        content =
                @Content(
                        mediaType = Problem.MEDIA_TYPE,
                        schema = @Schema(anyOf = {CaseProblemView.class, UploadProblemView.class})))
@APIResponse(
        responseCode = "412",
        description = "If-Match names another version",
        content = @Content(mediaType = Problem.MEDIA_TYPE, schema = @Schema(implementation = Problem.class)))
@APIResponse(
        responseCode = "413",
        description = "The file is too large; limit and accepted say what would pass",
        content = @Content(mediaType = Problem.MEDIA_TYPE, schema = @Schema(implementation = UploadProblemView.class)))
@APIResponse(
        responseCode = "415",
        description = "Not a type that this kind of evidence comes as; accepted says what would pass",
        content = @Content(mediaType = Problem.MEDIA_TYPE, schema = @Schema(implementation = UploadProblemView.class)))
@APIResponse(
        responseCode = "422",
        description = "A field or the content of the file is not accepted, or the key came with another file",
        content = @Content(mediaType = Problem.MEDIA_TYPE, schema = @Schema(implementation = UploadProblemView.class)))
@APIResponse(
        responseCode = "429",
        description = "The person has added as much as they may for now; see Retry-After",
        content = @Content(mediaType = Problem.MEDIA_TYPE, schema = @Schema(implementation = UploadProblemView.class)))
@APIResponse(
        responseCode = "503",
        description = "The file could not be kept, or too many come at once; see Retry-After",
        content = @Content(mediaType = Problem.MEDIA_TYPE, schema = @Schema(implementation = UploadProblemView.class)))
@APIResponse(
        responseCode = "507",
        description = "No space is left for files; see Retry-After",
        content = @Content(mediaType = Problem.MEDIA_TYPE, schema = @Schema(implementation = UploadProblemView.class)))
public class UploadResource {
    private static final String FORM = """
            Parts: `file`; `kind` (needed for a new piece); `occurredAt`, a date-time with offset; `note`; `keyFact`, true or \
            false; `sha256` of the file, to be checked.""";

    private final UploadDesk desk;

    UploadResource(UploadDesk desk) {
        this.desk = desk;
    }

    /** Adds a piece of evidence. */
    @POST
    @Upload
    @Consumes(MediaType.MULTIPART_FORM_DATA)
    @RolesAllowed({Role.COMPLAINANT, Role.PARTNER, Role.MERCHANT, Role.AGENT, Role.SUPERVISOR, Role.PLATFORM})
    @Operation(summary = "Add a piece of evidence", description = FORM)
    public Response add(
            @BeanParam CommandParameters with,
            @Context HttpHeaders headers,
            @RequestBody(
                            required = true,
                            content =
                                    @Content(
                                            mediaType = MediaType.MULTIPART_FORM_DATA,
                                            schema = @Schema(implementation = UploadFormView.class)))
                    InputStream body) {
        return desk.take(with, null, headers, body);
    }

    /** Adds a new version to a piece of evidence; the others stay (R15). */
    @POST
    @Upload
    @Path("/{evidenceId}/versions")
    @Consumes(MediaType.MULTIPART_FORM_DATA)
    @RolesAllowed({Role.COMPLAINANT, Role.PARTNER, Role.MERCHANT, Role.AGENT, Role.SUPERVISOR, Role.PLATFORM})
    @Operation(summary = "Add a new version of a piece of evidence; the others stay", description = FORM)
    public Response addVersion(
            @BeanParam CommandParameters with,
            @PathParam("evidenceId") UUID evidenceId,
            @Context HttpHeaders headers,
            @RequestBody(
                            required = true,
                            content =
                                    @Content(
                                            mediaType = MediaType.MULTIPART_FORM_DATA,
                                            schema = @Schema(implementation = UploadFormView.class)))
                    InputStream body) {
        return desk.take(with, evidenceId, headers, body);
    }
}
