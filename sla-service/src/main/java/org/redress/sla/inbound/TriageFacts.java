package org.redress.sla.inbound;

import org.jspecify.annotations.Nullable;
import org.redress.contract.triage.ComplaintAssigned;
import org.redress.contract.triage.ComplaintTriaged;
import org.redress.contract.triage.FreezeConfirmed;
import org.redress.contract.triage.FreezeOrdered;
import org.redress.contract.triage.TriageEvent;
import org.redress.deadline.complaint.Category;
import org.redress.deadline.complaint.EventType;
import org.redress.deadline.complaint.Severity;
import org.redress.deadline.complaint.Tier;
import org.redress.sla.complaint.Fact;
import org.redress.sla.inbound.EventReading.Said;

/** What triage's events mean for clocks. */
final class TriageFacts {
    private TriageFacts() {}

    static @Nullable Said of(TriageEvent event) {
        if (event instanceof ComplaintTriaged triaged) {
            return new Said(triaged.complaintId(), judged(triaged));
        }
        if (event instanceof ComplaintAssigned assigned) {
            Tier tier = Tier.valueOf(assigned.tier().name());
            return new Said(
                    assigned.complaintId(),
                    Fact.judged(EventType.COMPLAINT_ASSIGNED, assigned.assignedAt(), null, null, tier));
        }
        if (event instanceof FreezeOrdered ordered) {
            String freeze = ordered.freezeId().toString();
            return new Said(ordered.complaintId(), Fact.about(EventType.FREEZE_ORDERED, ordered.orderedAt(), freeze));
        }
        if (event instanceof FreezeConfirmed confirmed) {
            String freeze = confirmed.freezeId().toString();
            return new Said(
                    confirmed.complaintId(), Fact.about(EventType.FREEZE_CONFIRMED, confirmed.confirmedAt(), freeze));
        }
        return null;
    }

    private static Fact judged(ComplaintTriaged triaged) {
        return Fact.judged(
                EventType.COMPLAINT_TRIAGED,
                triaged.triagedAt(),
                Severity.valueOf(triaged.severity().name()),
                Category.valueOf(triaged.category().name()),
                Tier.valueOf(triaged.tier().name()));
    }
}
