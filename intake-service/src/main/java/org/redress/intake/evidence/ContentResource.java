package org.redress.intake.evidence;

import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.Pattern;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;
import org.redress.service.caller.Role;
import org.redress.service.problem.Problem;

/** The files themselves, always to be saved and never to be shown in place. */
@Path("/api/v1/complaints/{id}/evidence/{evidenceId}/content")
@Tag(name = "evidence", description = "Files that show what happened, in versions")
public class ContentResource {
    private final HandOutFile handOutFile;

    ContentResource(HandOutFile handOutFile) {
        this.handOutFile = handOutFile;
    }

    /** A version's cleaned copy, or its original for those who may have it. */
    @GET
    @RolesAllowed({Role.COMPLAINANT, Role.PARTNER, Role.MERCHANT, Role.AGENT, Role.SUPERVISOR, Role.OPS, Role.PLATFORM})
    @Operation(
            summary = "A version's cleaned copy, or its sealed original",
            description = "The original goes to supervisors, ops and whoever added it, and each look is written down.")
    @APIResponse(
            responseCode = "200",
            description = "The file, as an attachment; ETag is its SHA-256",
            content =
                    @Content(
                            mediaType = MediaType.WILDCARD,
                            schema = @Schema(type = SchemaType.STRING, format = "binary")))
    @APIResponse(
            responseCode = "206",
            description = "The part that Range asks for",
            content =
                    @Content(
                            mediaType = MediaType.WILDCARD,
                            schema = @Schema(type = SchemaType.STRING, format = "binary")))
    @APIResponse(responseCode = "304", description = "If-None-Match names it")
    @APIResponse(
            responseCode = "403",
            description = "The original is not for you",
            content = @Content(mediaType = Problem.MEDIA_TYPE, schema = @Schema(implementation = Problem.class)))
    @APIResponse(
            responseCode = "404",
            description = "No such evidence or version, or not yours",
            content = @Content(mediaType = Problem.MEDIA_TYPE, schema = @Schema(implementation = Problem.class)))
    @APIResponse(
            responseCode = "416",
            description = "The file has no byte of the range",
            content = @Content(mediaType = Problem.MEDIA_TYPE, schema = @Schema(implementation = Problem.class)))
    @APIResponse(
            responseCode = "503",
            description = "The file cannot be read now; see Retry-After",
            content = @Content(mediaType = Problem.MEDIA_TYPE, schema = @Schema(implementation = Problem.class)))
    public Response download(
            @PathParam("id") UUID id,
            @PathParam("evidenceId") UUID evidenceId,
            @QueryParam("version") @Nullable @Min(1) Integer version,
            @QueryParam("original") @DefaultValue("false") boolean original,
            @QueryParam("purpose") @DefaultValue("review") @Pattern(regexp = "[A-Za-z0-9 ._-]{1,100}") String purpose,
            @HeaderParam("Range") @Nullable String range,
            @HeaderParam("If-Range") @Nullable String ifRange,
            @HeaderParam(HttpHeaders.IF_NONE_MATCH) @Nullable String known,
            @Context HttpHeaders headers) {
        HandOutFile.Found found = original
                ? handOutFile.original(id, evidenceId, version, purpose)
                : handOutFile.copy(id, evidenceId, version);
        return handOutFile.answer(found, ifRange == null || ifRange.equals(found.tag()) ? range : null, known, headers);
    }
}
