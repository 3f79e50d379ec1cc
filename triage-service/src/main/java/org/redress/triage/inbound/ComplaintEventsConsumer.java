package org.redress.triage.inbound;

import jakarta.inject.Singleton;
import java.math.BigDecimal;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.redress.contract.UnreadableDataException;
import org.redress.contract.intake.ComplaintFiled;
import org.redress.contract.intake.IntakeEvent;
import org.redress.messaging.EventHandler;
import org.redress.messaging.IncomingEvent;
import org.redress.messaging.UnreadableEventException;
import org.redress.service.problem.Languages;
import org.redress.triage.complaint.FiledComplaint;
import org.redress.triage.complaint.JudgeComplaint;
import org.redress.triage.judgement.Category;
import org.redress.triage.judgement.Statement;

/** Reads intake's events: a filing is judged; whatever else happens to a complaint does not change its judgement. */
@Singleton
public class ComplaintEventsConsumer implements EventHandler {

    private final JudgeComplaint judgeComplaint;

    ComplaintEventsConsumer(JudgeComplaint judgeComplaint) {
        this.judgeComplaint = judgeComplaint;
    }

    @Override
    public void handle(IncomingEvent event) {
        IntakeEvent read = read(event);
        if (read instanceof ComplaintFiled filed) {
            Envelope.check(event, filed.complaintId(), filed.platform());
            judgeComplaint.judge(complaint(filed));
        }
        // All others, known or not, are none of triage's business: by decision, not by accident.
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
                statement,
                language(filed.language()),
                filed.filedAt());
    }

    /** The platforms are Chinese: who says nothing reads Chinese. */
    private static Locale language(@Nullable String tag) {
        return tag == null ? Languages.CHINESE : Languages.of(tag);
    }
}
