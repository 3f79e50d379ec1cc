package org.redress.triage.inbound;

import jakarta.inject.Singleton;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.Locale;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.redress.contract.UnreadableDataException;
import org.redress.contract.intake.AppealDecided;
import org.redress.contract.intake.AppealFiled;
import org.redress.contract.intake.AppealWithdrawn;
import org.redress.contract.intake.ComplaintClosed;
import org.redress.contract.intake.ComplaintFiled;
import org.redress.contract.intake.ComplaintReopened;
import org.redress.contract.intake.ComplaintUrged;
import org.redress.contract.intake.ComplaintWithdrawn;
import org.redress.contract.intake.DecisionIssued;
import org.redress.contract.intake.IntakeEvent;
import org.redress.messaging.EventHandler;
import org.redress.messaging.IncomingEvent;
import org.redress.messaging.UnreadableEventException;
import org.redress.service.problem.Languages;
import org.redress.triage.complaint.EndComplaint;
import org.redress.triage.complaint.FiledComplaint;
import org.redress.triage.complaint.JudgeComplaint;
import org.redress.triage.complaint.MoveAppealed;
import org.redress.triage.judgement.Category;
import org.redress.triage.judgement.Statement;
import org.redress.triage.priority.Raise;
import org.redress.triage.priority.RaisePriority;
import org.redress.triage.routing.Tier;

/**
 * Reads intake's events: a filing is judged, urging moves a complaint ahead (R40), an appeal to the team above (R31), an end takes
 * it out of its queue. Whatever else happens to a complaint is none of triage's business: by decision, not by accident.
 */
@Singleton
public class ComplaintEventsConsumer implements EventHandler {

    private final JudgeComplaint judgeComplaint;
    private final RaisePriority raisePriority;
    private final EndComplaint endComplaint;
    private final MoveAppealed moveAppealed;

    ComplaintEventsConsumer(
            JudgeComplaint judgeComplaint,
            RaisePriority raisePriority,
            EndComplaint endComplaint,
            MoveAppealed moveAppealed) {
        this.judgeComplaint = judgeComplaint;
        this.raisePriority = raisePriority;
        this.endComplaint = endComplaint;
        this.moveAppealed = moveAppealed;
    }

    @Override
    public void handle(IncomingEvent event) {
        IntakeEvent read = read(event);
        if (read instanceof ComplaintFiled filed) {
            Envelope.check(event, filed.complaintId(), filed.platform());
            judgeComplaint.judge(complaint(filed));
        } else if (read instanceof ComplaintUrged urged) {
            urged(event, urged);
        } else if (read instanceof ComplaintClosed closed) {
            ended(event, closed.complaintId(), closed.closedAt());
        } else if (read instanceof ComplaintWithdrawn withdrawn) {
            ended(event, withdrawn.complaintId(), withdrawn.withdrawnAt());
        } else if (read instanceof ComplaintReopened reopened) {
            Envelope.check(event, reopened.complaintId(), event.platform());
            endComplaint.reopened(reopened.complaintId(), event.platform(), event.sequence());
        } else {
            ruled(event, read);
        }
    }

    private void ruled(IncomingEvent event, IntakeEvent read) {
        String platform = event.platform();
        if (read instanceof DecisionIssued issued) {
            Envelope.check(event, issued.complaintId(), platform);
            moveAppealed.decided(issued.complaintId(), platform, issued.by().id());
        } else if (read instanceof AppealFiled filed) {
            Envelope.check(event, filed.complaintId(), platform);
            var tier = filed.tier();
            moveAppealed.appealed(
                    filed.appealId(), filed.complaintId(), platform, tier == null ? null : Tier.valueOf(tier.name()));
        } else if (read instanceof AppealDecided decided) {
            Envelope.check(event, decided.complaintId(), platform);
            moveAppealed.ended(decided.appealId(), decided.complaintId(), platform);
            moveAppealed.decided(decided.complaintId(), platform, decided.by().id());
        } else if (read instanceof AppealWithdrawn withdrawn) {
            Envelope.check(event, withdrawn.complaintId(), platform);
            moveAppealed.ended(withdrawn.appealId(), withdrawn.complaintId(), platform);
        }
    }

    private void urged(IncomingEvent event, ComplaintUrged urged) {
        Envelope.check(event, urged.complaintId(), event.platform());
        raisePriority.raise(
                urged.complaintId(),
                event.platform(),
                "urge " + urged.count(),
                new Raise(Raise.Cause.URGED, urged.urgedAt()));
    }

    private void ended(IncomingEvent event, UUID complaintId, Instant at) {
        Envelope.check(event, complaintId, event.platform());
        endComplaint.ended(complaintId, event.platform(), event.sequence(), at);
    }

    private static IntakeEvent read(IncomingEvent event) {
        try {
            return IntakeEvent.read(event.type(), event.data());
        } catch (UnreadableDataException e) {
            throw new UnreadableEventException(String.valueOf(e.getMessage()), e);
        }
    }

    private static FiledComplaint complaint(ComplaintFiled filed) {
        var category = filed.category();
        var statement = new Statement(
                filed.description(),
                category == null ? null : Category.valueOf(category.name()),
                filed.amount() == null ? null : new BigDecimal(filed.amount()),
                filed.currency());
        return new FiledComplaint(
                filed.complaintId(),
                filed.platform(),
                filed.complainantId(),
                filed.orderNo(),
                statement,
                language(filed.language()),
                filed.filedAt());
    }

    /** The platforms are Chinese: who says nothing reads Chinese. */
    private static Locale language(@Nullable String tag) {
        return tag == null ? Languages.CHINESE : Languages.of(tag);
    }
}
