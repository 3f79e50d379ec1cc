package org.redress.intake.evidence;

import jakarta.enterprise.context.ApplicationScoped;
import org.jdbi.v3.core.Jdbi;
import org.redress.intake.casework.HandViewer;

/** Notes who had an original. */
@ApplicationScoped
class AccessRepository {
    private final Jdbi jdbi;

    AccessRepository(Jdbi jdbi) {
        this.jdbi = jdbi;
    }

    /** Notes that someone had a version's original, and why. Joins the running transaction. */
    void note(EvidenceVersion version, HandViewer hand, String why) {
        jdbi.useHandle(handle -> handle.createUpdate("""
                        insert into access_log (complaint_id, platform, subject, what, why)
                        values (:complaintId, :platform, :subject, :what, :why)""")
                .bind("complaintId", version.complaintId())
                .bind("platform", hand.viewer().platform())
                .bind("subject", hand.viewer().subject())
                .bind("what", "EVIDENCE_ORIGINAL " + version.evidenceId() + " " + version.version())
                .bind("why", why)
                .execute());
    }
}
