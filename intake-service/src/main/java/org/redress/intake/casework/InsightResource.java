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
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;
import org.redress.service.caller.Role;
import org.redress.service.page.Page;
import org.redress.service.problem.Languages;
import org.redress.service.problem.ProblemException;

/** What helps to judge a case: how like cases were decided, and where it can go from here. */
@Path("/api/v1/complaints")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "case", description = "Everything that is done to a complaint after it was filed, as commands")
public class InsightResource {
    private final CaseRepository cases;
    private final PrecedentRepository precedents;
    private final ExternalRoutes routes;
    private final Hands hands;

    InsightResource(CaseRepository cases, PrecedentRepository precedents, ExternalRoutes routes, Hands hands) {
        this.cases = cases;
        this.precedents = precedents;
        this.routes = routes;
        this.hands = hands;
    }

    /** Decided cases like this one. */
    @GET
    @Path("/{id}/precedents")
    @RolesAllowed({Role.COMPLAINANT, Role.PARTNER, Role.AGENT, Role.SUPERVISOR, Role.OPS, Role.PLATFORM})
    @Operation(summary = "How like cases were decided: the most alike first, nobody named")
    public Page<PrecedentView> precedents(
            @PathParam("id") UUID id, @QueryParam("limit") @DefaultValue("10") @Min(1) @Max(50) int limit) {
        HandViewer hand = hands.reading(id, Hands.ALL_BUT_MERCHANTS);
        if (cases.find(id, hand.viewer()).isEmpty()) {
            throw ProblemException.notFound();
        }
        var page = new Page<>(precedents.alike(id, limit), null);
        return hand.viewer().isStaff() ? page : page.map(PrecedentView::anonymous);
    }

    /** Where the case can go beyond this platform. */
    @GET
    @Path("/{id}/external-routes")
    @RolesAllowed({Role.COMPLAINANT, Role.PARTNER, Role.AGENT, Role.SUPERVISOR, Role.OPS, Role.PLATFORM})
    @Operation(summary = "Whom the complainant can turn to outside, and from when on")
    public RoutesView externalRoutes(
            @PathParam("id") UUID id, @HeaderParam(HttpHeaders.ACCEPT_LANGUAGE) @Nullable String languages) {
        HandViewer hand = hands.reading(id, Hands.ALL_BUT_MERCHANTS);
        var found = cases.find(id, hand.viewer()).orElseThrow(ProblemException::notFound);
        return routes.of(found.record(), hand.viewer().platform(), cases.now(), Languages.of(languages));
    }
}
