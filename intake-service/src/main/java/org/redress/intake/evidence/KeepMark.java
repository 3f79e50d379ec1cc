package org.redress.intake.evidence;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import org.redress.contract.Actor;
import org.redress.intake.complaint.TimelineEntry;
import org.redress.intake.complaint.TimelineRepository;
import org.redress.intake.evidence.Evidence.Mark;

/** Keeps marks, and tells the timeline who set them (R24); their words stay out of it. */
@ApplicationScoped
class KeepMark {
    private final EvidenceRepository evidence;
    private final TimelineRepository timelines;

    KeepMark(EvidenceRepository evidence, TimelineRepository timelines) {
        this.evidence = evidence;
        this.timelines = timelines;
    }

    /** Keeps a mark. Needs the lock of the complaint's row; joins the running transaction. */
    void keep(UUID complaintId, UUID evidenceId, Mark mark) {
        Actor by = mark.by();
        evidence.insert(complaintId, evidenceId, mark);
        timelines.append(
                complaintId,
                new TimelineEntry(
                        "EVIDENCE_MARKED",
                        mark.at(),
                        by.role().name().toLowerCase(Locale.ROOT) + ":" + by.id(),
                        false,
                        Map.of("evidenceId", evidenceId.toString(), "keyFact", mark.keyFact()),
                        null));
    }
}
