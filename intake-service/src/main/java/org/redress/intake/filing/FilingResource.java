package org.redress.intake.filing;

import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.EntityTag;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import java.util.List;
import java.util.ResourceBundle;
import java.util.stream.Stream;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;
import org.redress.intake.complaint.ComplaintView;
import org.redress.intake.completeness.MissingItems;
import org.redress.intake.filing.FileComplaint.Outcome;
import org.redress.service.caller.Caller;
import org.redress.service.caller.Role;
import org.redress.service.idempotency.IdempotentRequests;
import org.redress.service.problem.FieldError;
import org.redress.service.problem.Languages;
import org.redress.service.problem.ProblemException;

/** The front desk: takes complaints in. */
@Path("/api/v1/complaints")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "complaints", description = "Filing and reading complaints")
public class FilingResource {
    private static final String TEXTS = "org.redress.intake.filing.refusals";

    private final FileComplaint fileComplaint;
    private final MissingItems missingItems;
    private final IdempotentRequests idempotent;
    private final Caller caller;

    FilingResource(
            FileComplaint fileComplaint, MissingItems missingItems, IdempotentRequests idempotent, Caller caller) {
        this.fileComplaint = fileComplaint;
        this.missingItems = missingItems;
        this.idempotent = idempotent;
        this.caller = caller;
    }

    /** Files a complaint; answers with its number, what is promised and what is missing. */
    @POST
    @Consumes(MediaType.APPLICATION_JSON)
    @RolesAllowed({Role.COMPLAINANT, Role.AGENT, Role.PLATFORM, Role.PARTNER})
    @Operation(
            summary = "File a complaint",
            description = "The same Idempotency-Key and body answer the same complaint.")
    @APIResponse(
            responseCode = "201",
            description =
                    "Filed; Location and ETag are set. Who handles it is there once triage has judged it: triagedAt is null until then",
            content = @Content(schema = @Schema(implementation = ComplaintView.class)))
    public Response file(
            @HeaderParam("Idempotency-Key") @Nullable String key,
            @HeaderParam(HttpHeaders.ACCEPT_LANGUAGE) @Nullable String languages,
            @Valid @NotNull FilingRequest request) {
        Filer filer = new Filer(caller.platform(), caller.subject(), role(), language(languages));
        return idempotent.once(key, request, () -> answer(fileComplaint.file(request, filer), languages));
    }

    private Response answer(Outcome outcome, @Nullable String languages) {
        if (outcome instanceof Outcome.Refused refused) {
            throw ProblemException.invalid(errors(refused.refusals(), languages));
        }
        var filed = (Outcome.Filed) outcome;
        ComplaintView view = FiledView.of(filed.complaint(), filed.promises());
        return Response.created(URI.create("/api/v1/complaints/" + view.id()))
                .tag(new EntityTag(FiledView.TAG))
                .entity(view.lacking(missingItems.atFiling(view, Languages.of(languages))))
                .build();
    }

    private static List<FieldError> errors(List<Refusal> refusals, @Nullable String languages) {
        ResourceBundle texts = Languages.texts(TEXTS, Languages.of(languages));
        return refusals.stream()
                .map(refusal -> new FieldError(
                        refusal.pointer(),
                        refusal.reason().code(),
                        texts.getString(refusal.reason().name())))
                .toList();
    }

    /** The strongest of the caller's roles: a token that is an agent's, too, may file for others. */
    private String role() {
        return Stream.of(Role.AGENT, Role.PLATFORM, Role.PARTNER)
                .filter(caller::is)
                .findFirst()
                .orElse(Role.COMPLAINANT);
    }

    private static String language(@Nullable String languages) {
        return languages == null ? "zh-CN" : Languages.of(languages).toLanguageTag();
    }
}
