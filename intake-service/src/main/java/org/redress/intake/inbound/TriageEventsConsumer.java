package org.redress.intake.inbound;

import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jboss.logging.Logger;
import org.redress.contract.triage.ComplaintAssigned;
import org.redress.contract.triage.ComplaintTriaged;
import org.redress.contract.triage.DuplicateFound;
import org.redress.contract.triage.FreezeConfirmed;
import org.redress.contract.triage.FreezeOrdered;
import org.redress.contract.triage.TriageEvent;
import org.redress.contract.triage.UnrecognisedTriageEvent;
import org.redress.intake.complaint.Category;
import org.redress.intake.complaint.Severity;
import org.redress.intake.fastlane.FastLane;
import org.redress.intake.progress.Assignment;
import org.redress.intake.progress.CaseProgress;
import org.redress.intake.progress.Judgement;
import org.redress.intake.progress.Told;
import org.redress.messaging.EventHandler;
import org.redress.messaging.IncomingEvent;
import org.redress.messaging.Subscriptions;

/** Reads what triage found out. */
@ApplicationScoped
public class TriageEventsConsumer implements EventHandler {
    private static final Logger LOG = Logger.getLogger(TriageEventsConsumer.class);

    private final Subscriptions subscriptions;
    private final CaseProgress progress;

    private final FastLane fastLane;

    TriageEventsConsumer(Subscriptions subscriptions, CaseProgress progress, FastLane fastLane) {
        this.subscriptions = subscriptions;
        this.progress = progress;
        this.fastLane = fastLane;
    }

    void atStart(@Observes StartupEvent started) {
        subscriptions.subscribe(TriageEvent.TOPIC, this);
    }

    @Override
    public void lockFirst(List<IncomingEvent> events) {
        progress.lockFirst(Reading.subjects(events));
    }

    @Override
    public void handle(IncomingEvent incoming) {
        TriageEvent event = Reading.of(incoming, TriageEvent::read);
        Reading.knownCase(() -> apply(incoming, event));
    }

    private void apply(IncomingEvent incoming, TriageEvent event) {
        if (event instanceof ComplaintTriaged triaged) {
            progress.judged(Reading.told(incoming, triaged.complaintId()), judgement(triaged));
            fastLane.consider(triaged.complaintId(), incoming.platform());
        } else if (event instanceof ComplaintAssigned assigned) {
            Told told = Reading.told(incoming, assigned.complaintId());
            progress.assigned(told, assignment(assigned), assigned.cause(), assigned.assignedAt());
        } else if (event instanceof DuplicateFound found) {
            Told told = Reading.told(incoming, found.complaintId());
            progress.duplicate(told, found.originalId(), found.rule(), found.foundAt());
        } else if (event instanceof FreezeOrdered ordered) {
            Map<String, Object> data = Map.of("freezeId", ordered.freezeId().toString(), "reason", ordered.reason());
            progress.noted(
                    Reading.told(incoming, ordered.complaintId()), "FREEZE_ORDERED", ordered.orderedAt(), false, data);
        } else if (event instanceof FreezeConfirmed confirmed) {
            progress.noted(
                    Reading.told(incoming, confirmed.complaintId()),
                    "FREEZE_CONFIRMED",
                    confirmed.confirmedAt(),
                    false,
                    confirmation(confirmed));
        } else if (event instanceof UnrecognisedTriageEvent unknown) {
            LOG.debugf("set aside: %s is not known to this version", unknown.type());
        }
    }

    private static Judgement judgement(ComplaintTriaged triaged) {
        List<Map<String, String>> reasons = triaged.reasons().stream()
                .map(reason -> Map.of("rule", reason.rule(), "text", reason.text()))
                .toList();
        return new Judgement(
                Category.valueOf(triaged.category().name()),
                Severity.valueOf(triaged.severity().name()),
                triaged.confidence(),
                triaged.liability().stream().map(Enum::name).toList(),
                new Assignment(triaged.queue(), triaged.tier().name(), triaged.owner()),
                reasons,
                triaged.triagedAt());
    }

    private static Assignment assignment(ComplaintAssigned assigned) {
        return new Assignment(assigned.queue(), assigned.tier().name(), assigned.owner());
    }

    private static Map<String, Object> confirmation(FreezeConfirmed confirmed) {
        Map<String, Object> data = new LinkedHashMap<>();
        data.put("freezeId", confirmed.freezeId().toString());
        if (confirmed.platformReference() != null) {
            data.put("platformReference", confirmed.platformReference());
        }
        return data;
    }
}
