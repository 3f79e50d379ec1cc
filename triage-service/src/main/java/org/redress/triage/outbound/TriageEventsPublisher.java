package org.redress.triage.outbound;

import jakarta.inject.Singleton;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.redress.contract.Actor;
import org.redress.contract.ActorRole;
import org.redress.contract.Category;
import org.redress.contract.Severity;
import org.redress.contract.Tier;
import org.redress.contract.triage.ComplaintAssigned;
import org.redress.contract.triage.ComplaintTriaged;
import org.redress.contract.triage.DuplicateFound;
import org.redress.contract.triage.FreezeConfirmed;
import org.redress.contract.triage.FreezeOrdered;
import org.redress.contract.triage.Liability;
import org.redress.contract.triage.Reason;
import org.redress.contract.triage.TriageEvent;
import org.redress.messaging.Outbox;
import org.redress.messaging.OutgoingEvent;
import org.redress.triage.complaint.Assignment;
import org.redress.triage.complaint.CaseEvents;
import org.redress.triage.complaint.Duplicate;
import org.redress.triage.complaint.TriageResult;
import org.redress.triage.freeze.FreezeEvents;
import org.redress.triage.freeze.FreezeOrder;
import org.redress.triage.judgement.Judgement;
import org.redress.triage.lexicon.ReasonTexts;

/** Appends what happened here to the outbox, in the running transaction. Thread-safe. */
@Singleton
public class TriageEventsPublisher implements CaseEvents, FreezeEvents {

    private final Outbox outbox;
    private final ReasonTexts texts;

    TriageEventsPublisher(Outbox outbox, ReasonTexts texts) {
        this.outbox = outbox;
        this.texts = texts;
    }

    @Override
    public void triaged(TriageResult result) {
        Assignment assignment = result.assignment();
        Judgement judgement = result.judgement();
        var triaged = new ComplaintTriaged(
                assignment.complaintId(),
                result.revision(),
                Category.valueOf(judgement.category().name()),
                Severity.valueOf(judgement.severity().name()),
                judgement.confidence(),
                judgement.liability().stream()
                        .map(liability -> Liability.valueOf(liability.name()))
                        .toList(),
                assignment.queue(),
                Tier.valueOf(assignment.tier().name()),
                assignment.owner(),
                reasons(judgement, result.language()),
                result.triagedAt());
        outbox.append(List.of(
                outgoing(triaged, assignment.complaintId(), assignment.platform()),
                outgoing(contract(assignment), assignment.complaintId(), assignment.platform())));
    }

    @Override
    public void assigned(Assignment assignment) {
        outbox.append(outgoing(contract(assignment), assignment.complaintId(), assignment.platform()));
    }

    @Override
    public void duplicate(Duplicate duplicate) {
        outbox.append(outgoing(
                new DuplicateFound(
                        duplicate.complaintId(),
                        duplicate.originalId(),
                        duplicate.rule(),
                        new Actor(ActorRole.SYSTEM, null),
                        duplicate.foundAt()),
                duplicate.complaintId(),
                duplicate.platform()));
    }

    @Override
    public void ordered(UUID freezeId, FreezeOrder order, Instant orderedAt) {
        outbox.append(outgoing(
                new FreezeOrdered(order.complaintId(), freezeId, order.accountId(), order.reason(), orderedAt),
                order.complaintId(),
                order.platform()));
    }

    @Override
    public void confirmed(
            UUID freezeId, UUID complaintId, String platform, @Nullable String reference, Instant confirmedAt) {
        outbox.append(
                outgoing(new FreezeConfirmed(complaintId, freezeId, reference, confirmedAt), complaintId, platform));
    }

    private List<Reason> reasons(Judgement judgement, Locale language) {
        return judgement.reasons().stream()
                .map(reason -> new Reason(reason.rule(), texts.of(reason.rule(), language)))
                .toList();
    }

    private static ComplaintAssigned contract(Assignment assignment) {
        return new ComplaintAssigned(
                assignment.complaintId(),
                assignment.queue(),
                Tier.valueOf(assignment.tier().name()),
                assignment.owner(),
                assignment.cause().name(),
                assignment.assignedAt());
    }

    private static OutgoingEvent outgoing(TriageEvent event, UUID complaintId, String platform) {
        return new OutgoingEvent(event.type(), complaintId.toString(), platform, event.data());
    }
}
