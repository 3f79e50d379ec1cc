package org.redress.intake.casework;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.redress.intake.complaint.Viewer;
import org.redress.intake.lifecycle.Case;

/** Reads a case for other features, as far as the viewer may see it. */
@ApplicationScoped
public class ReadCase {
    private final CaseRepository cases;

    ReadCase(CaseRepository cases) {
        this.cases = cases;
    }

    /**
     * A case as it stood.
     *
     * @param version the ETag of the complaint
     * @param at the database's time
     */
    public record Found(Case record, long version, Instant at) {}

    /** The case; empty if it is absent or not the viewer's. */
    public Optional<Found> find(UUID id, Viewer viewer) {
        return cases.find(id, viewer).map(found -> new Found(found.record(), found.version(), cases.now()));
    }
}
