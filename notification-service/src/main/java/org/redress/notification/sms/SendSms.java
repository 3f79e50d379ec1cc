package org.redress.notification.sms;

import io.quarkus.logging.Log;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.ThreadLocalRandom;
import org.jspecify.annotations.Nullable;
import org.redress.notification.contact.Contact;
import org.redress.notification.contact.ContactAnswer;
import org.redress.notification.contact.IntakeContacts;
import org.redress.notification.template.MessageTemplates;
import org.redress.notification.template.NoticeLanguage;

/**
 * One attempt at one short message: claim, call, record, each on its own. A process that dies between any two of them
 * leaves a row from which another goes on without sending twice (I4): nothing was sent before MARKED, and after it the
 * gateway is asked first. Runs on the worker's threads; holds nothing between attempts.
 */
@ApplicationScoped
class SendSms {
    private final SmsQueue queue;
    private final IntakeContacts contacts;
    private final SmsGateway gateway;
    private final MessageTemplates templates;
    private final SendingListener listener;
    private final SendingPolicy policy;
    private final Duration margin;

    SendSms(
            SmsQueue queue,
            IntakeContacts contacts,
            SmsGateway gateway,
            MessageTemplates templates,
            SendingListener listener,
            SmsSettings settings) {
        this.queue = queue;
        this.contacts = contacts;
        this.gateway = gateway;
        this.templates = templates;
        this.listener = listener;
        this.margin = settings.lease().minus(settings.timeout()).dividedBy(2);
        this.policy = new SendingPolicy(
                new SendingPolicy.Limits(
                        settings.firstPause(),
                        settings.longestPause(),
                        settings.longestRetryAfter(),
                        settings.settle()),
                () -> ThreadLocalRandom.current().nextDouble());
    }

    /** Makes the attempt. True if the delivery is to be acted on again at once. */
    boolean attempt(ClaimedSms sms) {
        listener.reached(SendingStep.CLAIMED, sms.id());
        NextStep step = sms.unclear() ? policy.afterLookUp(sms, gateway.lookUp(sms.outId())) : send(sms);
        if (step == null) {
            return false;
        }
        listener.reached(SendingStep.ANSWERED, sms.id());
        if (!queue.record(sms, step)) {
            Log.warnf("delivery %s: the lease was lost before %s could be recorded", sms.id(), step.state());
            return false;
        }
        listener.reached(SendingStep.RECORDED, sms.id());
        if (step.reason() != null) {
            Log.infof("delivery %s: %s after attempt %d: %s", sms.id(), step.state(), sms.attempts(), step.reason());
        }
        return !step.ends() && step.pause().isZero();
    }

    private @Nullable NextStep send(ClaimedSms sms) {
        ContactAnswer answer = contacts.of(sms.complaintId());
        if (answer instanceof ContactAnswer.Away away) {
            return policy.afterNoContact(sms, away.reason());
        }
        if (answer instanceof ContactAnswer.Known known && known.contact().phone() != null) {
            listener.reached(SendingStep.CONTACT_KNOWN, sms.id());
            return sendTo(known.contact().phone(), known.contact(), sms);
        }
        return NextStep.skipped(answer instanceof ContactAnswer.Gone ? "NO_CONTACT" : "NO_PHONE");
    }

    /** Null if this worker may not send any more: its lease is lost, or too little is left of it. */
    private @Nullable NextStep sendTo(String phone, Contact contact, ClaimedSms sms) {
        ShortMessage message = message(phone, contact, sms);
        long before = System.nanoTime();
        SmsQueue.Leave leave = queue.leave(sms, phone);
        if (leave == SmsQueue.Leave.PHONE_CAP || leave == SmsQueue.Leave.PLATFORM_CAP) {
            return NextStep.skipped(leave.name());
        }
        if (leave == SmsQueue.Leave.LOST) {
            return null;
        }
        listener.reached(SendingStep.MARKED, sms.id());
        // Closes the race with a process that was stopped here: by the time it goes on, another may have looked up.
        if (System.nanoTime() - before > margin.toNanos()) {
            Log.warnf("delivery %s: stood still for too long, left to its lease", sms.id());
            return null;
        }
        return policy.afterSending(sms, gateway.send(message));
    }

    private ShortMessage message(String phone, Contact contact, ClaimedSms sms) {
        String language = contact.language() == null ? sms.language() : NoticeLanguage.of(contact.language());
        Map<String, String> params = templates.words(language, sms.params());
        return new ShortMessage(
                sms.outId(),
                phone,
                templates.smsTemplate(sms.template(), language),
                params,
                templates.sms(sms.template(), language, params));
    }
}
