package org.redress.notification.delivery;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.redress.messaging.AfterCommit;
import org.redress.notification.cases.CaseRepository;
import org.redress.notification.cases.KnownCase;
import org.redress.notification.planning.Channel;
import org.redress.notification.planning.Happening;
import org.redress.notification.planning.NoticeRule;
import org.redress.notification.planning.NoticeRules;
import org.redress.notification.planning.Recipient;
import org.redress.notification.template.NoticeLanguage;
import org.redress.service.id.Ids;

/**
 * Turns what happened into deliveries (R41), in the transaction that also holds the event's inbox row: inbox messages
 * are in their inbox when it commits, short messages are due. Must be called inside that transaction.
 */
@ApplicationScoped
public class PlanDeliveries {
    private final CaseRepository cases;
    private final DeliveryRepository deliveries;
    private final Inbox inbox;
    private final DeliveryEvents events;
    private final DeliveryMetrics metrics;
    private final DeliverySettings settings;
    private final AfterCommit afterCommit;
    private final DueSignal due;

    PlanDeliveries(
            CaseRepository cases,
            DeliveryRepository deliveries,
            Inbox inbox,
            DeliveryEvents events,
            DeliveryMetrics metrics,
            DeliverySettings settings,
            AfterCommit afterCommit,
            DueSignal due) {
        this.cases = cases;
        this.deliveries = deliveries;
        this.inbox = inbox;
        this.events = events;
        this.metrics = metrics;
        this.settings = settings;
        this.afterCommit = afterCommit;
        this.due = due;
    }

    /**
     * A complaint was filed: remembers the case and tells the complainant.
     *
     * @param number the number people quote
     * @param complainantId who filed it
     * @param language the complainant's language tag, if known
     */
    public void filed(Happening happening, String number, String complainantId, @Nullable String language) {
        KnownCase known = cases.lock(happening.complaintId(), happening.platform());
        cases.filed(happening.complaintId(), number, complainantId, language);
        plan(
                happening,
                new KnownCase(known.complaintId(), known.platform(), number, complainantId, language, known.owner()));
    }

    /**
     * A case has an owner: remembers it and delivers what waited for one. Tells nobody of the fact itself.
     *
     * @param sequence the event's place among its producer's events of this complaint
     */
    public void owned(UUID complaintId, String platform, String owner, long sequence) {
        KnownCase known = cases.lock(complaintId, platform);
        cases.owned(complaintId, owner, sequence);
        if (known.owner() == null) {
            deliveries.address(complaintId, "staff:" + owner).forEach(this::putInInbox);
        }
    }

    /** An agent was given a case: remembers it as {@link #owned} does, and tells that agent. */
    public void assigned(Happening happening, String owner, long sequence) {
        owned(happening.complaintId(), happening.platform(), owner, sequence);
        KnownCase known = cases.lock(happening.complaintId(), happening.platform());
        plan(
                happening,
                new KnownCase(
                        known.complaintId(),
                        known.platform(),
                        known.number(),
                        known.complainantId(),
                        known.language(),
                        owner));
    }

    /** Anything else happened: tells whom the rules name. */
    public void happened(Happening happening) {
        plan(happening, cases.lock(happening.complaintId(), happening.platform()));
    }

    private void plan(Happening happening, KnownCase known) {
        for (NoticeRule rule : NoticeRules.matching(happening)) {
            Recipient recipient = Recipient.of(rule.audience(), known.complainantId(), known.owner());
            NewDelivery planned = new NewDelivery(
                    Ids.next(),
                    happening,
                    rule.channel(),
                    rule.audience(),
                    recipient,
                    NoticeLanguage.of(known.language()),
                    settings.giveUpAfter());
            if (deliveries.plan(planned)) {
                begin(planned);
            }
        }
    }

    private void begin(NewDelivery planned) {
        if (planned.channel() == Channel.SMS) {
            if (deliveries.olderThan(planned, settings.longestSmsAge())) {
                deliveries.end(planned.id(), DeliveryState.SKIPPED, "TOO_OLD");
                metrics.ended(Channel.SMS, DeliveryState.SKIPPED);
            } else {
                afterCommit.run(due::wake);
            }
        } else if (planned.recipient().address() != null) {
            deliveries.find(planned.id(), planned.happening().platform()).ifPresent(this::putInInbox);
        }
    }

    private void putInInbox(Delivery delivery) {
        inbox.put(delivery);
        deliveries.end(delivery.id(), DeliveryState.SENT, null);
        metrics.ended(Channel.INBOX, DeliveryState.SENT);
        events.sent(new DeliveryEvents.Ended(
                delivery.id(),
                delivery.complaintId(),
                delivery.platform(),
                delivery.channel(),
                delivery.template(),
                delivery.recipient().role(),
                1));
    }
}
