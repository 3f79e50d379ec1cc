package org.redress.intake.casework;

import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.EntityTag;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.Map;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;
import org.redress.service.caller.Role;
import org.redress.service.page.Cursor;
import org.redress.service.page.Page;
import org.redress.service.problem.Languages;
import org.redress.service.problem.ProblemException;

/** Reads what was opened on a case, and what was said. */
@Path("/api/v1/complaints")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "case", description = "Everything that is done to a complaint after it was filed, as commands")
public class CaseResource {
    private static final String BEHIND = "n";

    private final CaseRepository cases;
    private final ContactRepository contacts;
    private final ExternalRoutes routes;
    private final Hands hands;

    CaseResource(CaseRepository cases, ContactRepository contacts, ExternalRoutes routes, Hands hands) {
        this.cases = cases;
        this.contacts = contacts;
        this.routes = routes;
        this.hands = hands;
    }

    /** Everything that was opened on a case, and what the caller may do now. */
    @GET
    @Path("/{id}/case")
    @RolesAllowed({Role.COMPLAINANT, Role.PARTNER, Role.AGENT, Role.SUPERVISOR, Role.OPS, Role.PLATFORM})
    @Operation(summary = "Everything that was opened on a case, and what the caller may do now")
    @APIResponse(
            responseCode = "200",
            description = "The case; ETag is set",
            content = @Content(schema = @Schema(implementation = CaseView.class)))
    public Response find(
            @PathParam("id") UUID id, @HeaderParam(HttpHeaders.ACCEPT_LANGUAGE) @Nullable String languages) {
        HandViewer hand = hands.reading(id, Hands.ALL_BUT_MERCHANTS);
        var found = cases.find(id, hand.viewer()).orElseThrow(ProblemException::notFound);
        return Response.ok(CaseView.of(
                        found.record(),
                        hand.actor().role(),
                        routes.of(found.record(), hand.viewer().platform(), cases.now(), Languages.of(languages))))
                .tag(new EntityTag(found.tag()))
                .build();
    }

    /** The archive: every contact, oldest first, as far as the caller may read it. */
    @GET
    @Path("/{id}/contacts")
    @RolesAllowed({Role.COMPLAINANT, Role.PARTNER, Role.MERCHANT, Role.AGENT, Role.SUPERVISOR, Role.OPS, Role.PLATFORM})
    @Operation(summary = "Every contact on a case, oldest first")
    public Page<ContactView> contacts(
            @PathParam("id") UUID id,
            @QueryParam("cursor") @Nullable String cursor,
            @QueryParam("limit") @DefaultValue("20") @Min(1) @Max(100) int limit) {
        HandViewer hand = hands.reading(id, Hands.EVERYBODY);
        if (cases.find(id, hand.viewer()).isEmpty()) {
            throw ProblemException.notFound();
        }
        var rows = contacts.of(id, hand.viewer(), behind(cursor), limit + 1);
        return Page.of(rows, limit, last -> Cursor.of(Map.of(BEHIND, Long.toString(last.place()))))
                .map(ContactView::of);
    }

    private static long behind(@Nullable String cursor) {
        if (Cursor.isFirst(cursor)) {
            return 0;
        }
        try {
            return Long.parseLong(Cursor.parse(cursor).getOrDefault(BEHIND, ""));
        } catch (NumberFormatException e) {
            throw Cursor.refused();
        }
    }
}
