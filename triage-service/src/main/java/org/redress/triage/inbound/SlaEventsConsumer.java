package org.redress.triage.inbound;

import jakarta.inject.Singleton;
import java.util.UUID;
import org.redress.contract.UnreadableDataException;
import org.redress.contract.sla.ClockEnded;
import org.redress.contract.sla.ClockStarted;
import org.redress.contract.sla.ComplaintEscalated;
import org.redress.contract.sla.EscalationAction;
import org.redress.contract.sla.Metric;
import org.redress.contract.sla.SlaEvent;
import org.redress.messaging.EventHandler;
import org.redress.messaging.IncomingEvent;
import org.redress.messaging.UnreadableEventException;
import org.redress.triage.complaint.EscalateComplaint;
import org.redress.triage.complaint.EscalateComplaint.ForeignComplaintException;
import org.redress.triage.deadline.KeepDeadline;
import org.redress.triage.priority.Raise;
import org.redress.triage.priority.RaisePriority;
import org.redress.triage.routing.Tier;

/**
 * Reads sla's events: escalations move a complaint to a tier or ahead in its queue, clocks say when it is due. Whom else a
 * level tells is not for triage.
 */
@Singleton
public class SlaEventsConsumer implements EventHandler {

    private final EscalateComplaint escalateComplaint;
    private final RaisePriority raisePriority;
    private final KeepDeadline keepDeadline;

    SlaEventsConsumer(EscalateComplaint escalateComplaint, RaisePriority raisePriority, KeepDeadline keepDeadline) {
        this.escalateComplaint = escalateComplaint;
        this.raisePriority = raisePriority;
        this.keepDeadline = keepDeadline;
    }

    @Override
    public void handle(IncomingEvent event) {
        SlaEvent said = read(event);
        if (said instanceof ComplaintEscalated escalated) {
            Envelope.check(event, escalated.complaintId(), event.platform());
            escalated(event, escalated);
        } else if (said instanceof ClockStarted started && isOurs(started.metric())) {
            Envelope.check(event, started.complaintId(), event.platform());
            keepDeadline.running(started.clockId(), started.complaintId(), event.platform(), started.dueAt());
        } else if (said instanceof ClockEnded ended && isOurs(ended.metric())) {
            Envelope.check(event, ended.complaintId(), event.platform());
            keepDeadline.ended(ended.clockId(), ended.complaintId(), event.platform(), ended.dueAt());
        }
    }

    private void escalated(IncomingEvent event, ComplaintEscalated escalated) {
        switch (action(escalated)) {
            case RAISE_PRIORITY -> raise(event.platform(), escalated);
            case REASSIGN -> escalate(escalated.complaintId(), event.platform(), tier(escalated));
            case TELL -> {}
        }
    }

    /** What an escalation from before actions were told means is said by its tier. */
    private static EscalationAction action(ComplaintEscalated escalated) {
        if (escalated.action() != null) {
            return escalated.action();
        }
        return escalated.toTier() == null ? EscalationAction.TELL : EscalationAction.REASSIGN;
    }

    private static Tier tier(ComplaintEscalated escalated) {
        if (escalated.toTier() == null) {
            throw new UnreadableEventException("REASSIGN names no toTier");
        }
        return Tier.valueOf(escalated.toTier().name());
    }

    private void escalate(UUID complaintId, String platform, Tier tier) {
        try {
            escalateComplaint.escalate(complaintId, platform, tier);
        } catch (ForeignComplaintException e) {
            throw new UnreadableEventException("the complaint belongs to another platform", e);
        }
    }

    /** A level fires once a cycle of its clock: that is its name, whatever event tells of it. */
    private void raise(String platform, ComplaintEscalated escalated) {
        String source = "level " + escalated.clockId() + " " + escalated.cycle() + " " + escalated.level();
        raisePriority.raise(
                escalated.complaintId(), platform, source, new Raise(Raise.Cause.ESCALATED, escalated.firesAt()));
    }

    /** A window is a deadline of the complainant: no work waits for it. */
    private static boolean isOurs(Metric metric) {
        return switch (metric) {
            case APPEAL_WINDOW, SUPPLEMENT_WINDOW, CONFIRM_WINDOW -> false;
            default -> true;
        };
    }

    private static SlaEvent read(IncomingEvent event) {
        try {
            return SlaEvent.read(event.type(), event.data());
        } catch (UnreadableDataException e) {
            throw new UnreadableEventException(String.valueOf(e.getMessage()), e);
        }
    }
}
