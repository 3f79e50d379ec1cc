package org.redress.intake.verification;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.redress.intake.complaint.Viewer;
import org.redress.service.caller.Caller;
import org.redress.service.caller.Role;
import org.redress.service.problem.ProblemException;

/** Says whether a timeline is as it was written. Whoever may read the timeline may ask. */
@Path("/api/v1/complaints/{id}/timeline/verification")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "timeline")
public class VerificationResource {
    private final VerifyTimeline verifyTimeline;
    private final Caller caller;

    VerificationResource(VerifyTimeline verifyTimeline, Caller caller) {
        this.verifyTimeline = verifyTimeline;
        this.caller = caller;
    }

    /** Whether anything was changed, removed, added or reordered, and what first. */
    @GET
    @RolesAllowed({Role.COMPLAINANT, Role.AGENT, Role.SUPERVISOR, Role.OPS, Role.PLATFORM, Role.PARTNER})
    @Operation(summary = "Whether a timeline is as it was written, and the first thing that is not")
    public VerificationView verification(@PathParam("id") UUID id) {
        var verified = verifyTimeline.verify(id, Viewer.of(caller)).orElseThrow(ProblemException::notFound);
        var entries = verified.entries();
        return new VerificationView(
                verified.flaw().isEmpty(),
                entries.size(),
                entries.isEmpty()
                        ? null
                        : entries.get(entries.size() - 1).hash().hex(),
                verified.proof().map(VerificationView.AnchorView::of).orElse(null),
                new VerificationView.EvidenceView(
                        verified.evidence().files(), verified.evidence().compared()),
                verified.flaw().map(VerificationView.ProblemView::of).orElse(null));
    }
}
