package org.redress.intake.standards;

import jakarta.annotation.security.PermitAll;
import jakarta.validation.constraints.NotBlank;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import java.util.Arrays;
import java.util.stream.Collectors;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.Cache;
import org.jspecify.annotations.Nullable;
import org.redress.deadline.complaint.Category;
import org.redress.service.problem.FieldError;
import org.redress.service.problem.ProblemException;

/** What is promised, for everyone to read before they file (R02). */
@Path("/api/v1/standards")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "standards", description = "What platforms promise")
public class StandardsResource {
    private final PublishedStandards standards;

    StandardsResource(PublishedStandards standards) {
        this.standards = standards;
    }

    /** A platform's standards, of one category or of all. */
    @GET
    @PermitAll
    @Cache(maxAge = 60)
    @Operation(summary = "What a platform promises, by category and severity (public)")
    @APIResponse(responseCode = "200", description = "The standards")
    @APIResponse(responseCode = "404", description = "No such platform")
    public Standards of(
            @QueryParam("platform") @NotBlank String platform, @QueryParam("category") @Nullable String category) {
        return standards.of(platform, category(category)).orElseThrow(ProblemException::notFound);
    }

    private static @Nullable Category category(@Nullable String name) {
        try {
            return name == null ? null : Category.valueOf(name);
        } catch (IllegalArgumentException e) {
            String known = Arrays.stream(Category.values()).map(Enum::name).collect(Collectors.joining(", "));
            throw ProblemException.invalid(new FieldError("/category", "value", "accepted: " + known));
        }
    }
}
