package org.redress.intake.search;

import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.UriInfo;
import java.util.Set;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;
import org.redress.intake.complaint.ComplaintSummary;
import org.redress.intake.complaint.Viewer;
import org.redress.service.caller.Caller;
import org.redress.service.caller.Role;
import org.redress.service.page.Page;

/** Finds complaints. What the caller may not see does not exist in any list. */
@Path("/api/v1/complaints")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "complaints")
public class SearchResource {
    private static final Set<String> NOT_FOR_MERCHANTS = Set.of("complainant", "owner");

    private final FindComplaints findComplaints;
    private final Caller caller;

    SearchResource(FindComplaints findComplaints, Caller caller) {
        this.findComplaints = findComplaints;
        this.caller = caller;
    }

    /**
     * Complaints, newest first: complainants see their own, partners those they filed, merchants those about what they sold, staff
     * the platform's.
     */
    @GET
    @RolesAllowed({Role.COMPLAINANT, Role.MERCHANT, Role.AGENT, Role.SUPERVISOR, Role.OPS, Role.PLATFORM, Role.PARTNER})
    @Operation(
            summary = "Complaints, newest first",
            description = "A page may hold fewer items than the limit, even none, while next says that there are more.")
    public Page<ComplaintSummary> list(
            @Valid @BeanParam SearchParameters asked,
            @HeaderParam(HttpHeaders.ACCEPT_LANGUAGE) @Nullable String languages,
            @Context UriInfo uri) {
        Viewer viewer = Viewer.of(caller);
        boolean merchant = viewer.reach() == Viewer.Reach.SOLD_BY_CALLER;
        // By what merchants do not see they do not search either.
        SearchReader reader = new SearchReader(languages)
                .without(
                        merchant ? NOT_FOR_MERCHANTS : Set.of(),
                        uri.getQueryParameters().keySet());
        Filter filter = reader.filter(asked, viewer.platform());
        var found = findComplaints.find(viewer, filter, reader.after(asked.cursor(), filter), asked.limit());
        Position next = found.next();
        var page = new Page<>(found.items(), next == null ? null : SearchReader.cursor(next, filter));
        return merchant ? page.map(ComplaintSummary::forMerchant) : page;
    }
}
