package org.redress.intake.completeness;

import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;
import org.redress.intake.complaint.ComplaintRepository;
import org.redress.intake.complaint.Viewer;
import org.redress.intake.platform.PlatformProfile;
import org.redress.intake.platform.PlatformRepository;
import org.redress.service.caller.Caller;
import org.redress.service.caller.Role;
import org.redress.service.problem.FieldError;
import org.redress.service.problem.Languages;
import org.redress.service.problem.ProblemException;

/** Says what a complaint, or a form that becomes one, lacks (R03). */
@Path("/api/v1/complaints")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "complaints", description = "Filing and reading complaints")
public class CompletenessResource {
    private final MissingItems missingItems;
    private final ComplaintRepository complaints;
    private final PlatformRepository platforms;
    private final Caller caller;

    CompletenessResource(
            MissingItems missingItems, ComplaintRepository complaints, PlatformRepository platforms, Caller caller) {
        this.missingItems = missingItems;
        this.complaints = complaints;
        this.platforms = platforms;
        this.caller = caller;
    }

    /** What a complaint lacks by now. */
    @GET
    @Path("/{id}/completeness")
    @RolesAllowed({Role.COMPLAINANT, Role.PARTNER, Role.AGENT, Role.SUPERVISOR, Role.OPS, Role.PLATFORM})
    @Operation(summary = "What a complaint lacks by now, and what of it the platform holds")
    public CompletenessView find(
            @PathParam("id") UUID id, @HeaderParam(HttpHeaders.ACCEPT_LANGUAGE) @Nullable String languages) {
        var found = complaints.find(id, Viewer.of(caller)).orElseThrow(ProblemException::notFound);
        return CompletenessView.of(missingItems.of(found.complaint(), Languages.of(languages)));
    }

    /** What a form lacks that is not filed yet; stores nothing. */
    @POST
    @Path("/drafts/completeness")
    @Consumes(MediaType.APPLICATION_JSON)
    @RolesAllowed({Role.COMPLAINANT, Role.PARTNER, Role.AGENT, Role.PLATFORM})
    @Operation(
            summary = "What a form lacks that is not filed yet",
            description = "Stores nothing; any number of times, as the form is filled in.")
    public CompletenessView preview(
            @HeaderParam(HttpHeaders.ACCEPT_LANGUAGE) @Nullable String languages, @Valid @NotNull DraftRequest draft) {
        PlatformProfile profile = platforms
                .find(draft.platform())
                .filter(platform -> platform.id().equals(caller.platform()))
                .orElseThrow(() -> ProblemException.invalid(
                        new FieldError("/platform", "value", "not a platform that this token can file for")));
        return CompletenessView.of(missingItems.of(profile, draft, Languages.of(languages)));
    }
}
