package org.redress.intake.evidence;

import jakarta.annotation.security.PermitAll;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.Cache;

/** What may be uploaded, for everyone to read before they choose a file (R08). */
@Path("/api/v1/complaints/evidence-limits")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "evidence", description = "Files that show what happened, in versions")
public class EvidenceLimitsResource {
    private final EvidenceLimitsView limits;

    EvidenceLimitsResource(EvidenceConfig config) {
        this.limits = EvidenceLimitsView.of(ConfiguredLimits.of(config));
    }

    /** File types, sizes and counts. */
    @GET
    @PermitAll
    @Cache(maxAge = 60)
    @Operation(summary = "File types, sizes and counts of evidence (public)")
    public EvidenceLimitsView find() {
        return limits;
    }
}
