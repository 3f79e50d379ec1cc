package org.redress.sla.inbound;

import org.jspecify.annotations.Nullable;
import org.redress.contract.triage.ComplaintAssigned;
import org.redress.contract.triage.ComplaintTriaged;
import org.redress.contract.triage.FreezeConfirmed;
import org.redress.contract.triage.FreezeDisputed;
import org.redress.contract.triage.FreezeOrdered;
import org.redress.contract.triage.FreezeReleased;
import org.redress.contract.triage.FreezeUpheld;
import org.redress.contract.triage.SeverityChanged;
import org.redress.contract.triage.TriageEvent;
import org.redress.deadline.complaint.Category;
import org.redress.deadline.complaint.EventType;
import org.redress.deadline.complaint.Severity;
import org.redress.deadline.complaint.Tier;
import org.redress.sla.complaint.Fact;
import org.redress.sla.complaint.FactDraft;
import org.redress.sla.inbound.EventReading.Said;

/** What triage's events mean for clocks. Those that are not listed are kept and mean nothing to them. */
final class TriageFacts {
    private static final Meanings<TriageEvent> MEANINGS = new Meanings<TriageEvent>()
            .with(ComplaintTriaged.class, ComplaintTriaged::complaintId, TriageFacts::judged)
            .with(
                    ComplaintAssigned.class,
                    ComplaintAssigned::complaintId,
                    e -> Fact.of(EventType.COMPLAINT_ASSIGNED, e.assignedAt())
                            .assigned(e.queue(), Tier.valueOf(e.tier().name()), e.owner()))
            .with(
                    SeverityChanged.class,
                    SeverityChanged::complaintId,
                    e -> Fact.of(EventType.SEVERITY_CHANGED, e.changedAt())
                            .severity(Severity.valueOf(e.to().name()))
                            .by(Meanings.who(e.by())))
            .with(
                    FreezeOrdered.class,
                    FreezeOrdered::complaintId,
                    e -> Fact.of(EventType.FREEZE_ORDERED, e.orderedAt()).about(e.freezeId()))
            .with(
                    FreezeConfirmed.class,
                    FreezeConfirmed::complaintId,
                    e -> Fact.of(EventType.FREEZE_CONFIRMED, e.confirmedAt()).about(e.freezeId()))
            .with(
                    FreezeUpheld.class,
                    FreezeUpheld::complaintId,
                    e -> Fact.of(EventType.FREEZE_UPHELD, e.upheldAt())
                            .about(e.freezeId())
                            .by(Meanings.who(e.by())))
            .with(
                    FreezeDisputed.class,
                    FreezeDisputed::complaintId,
                    e -> Fact.of(EventType.FREEZE_DISPUTED, e.disputedAt())
                            .about(e.freezeId())
                            .by(Meanings.who(e.by())))
            .with(
                    FreezeReleased.class,
                    FreezeReleased::complaintId,
                    e -> Fact.of(EventType.FREEZE_RELEASED, e.releasedAt())
                            .about(e.freezeId())
                            .by(Meanings.who(e.by())));

    private TriageFacts() {}

    static @Nullable Said of(TriageEvent event) {
        return MEANINGS.of(event);
    }

    private static FactDraft judged(ComplaintTriaged triaged) {
        return Fact.of(EventType.COMPLAINT_TRIAGED, triaged.triagedAt())
                .severity(Severity.valueOf(triaged.severity().name()))
                .category(Category.valueOf(triaged.category().name()))
                .assigned(triaged.queue(), Tier.valueOf(triaged.tier().name()), triaged.owner());
    }
}
