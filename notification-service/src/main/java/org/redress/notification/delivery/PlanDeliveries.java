package org.redress.notification.delivery;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.Comparator;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.redress.messaging.AfterCommit;
import org.redress.notification.cases.CaseRepository;
import org.redress.notification.cases.KnownCase;
import org.redress.notification.planning.Audience;
import org.redress.notification.planning.Channel;
import org.redress.notification.planning.Happening;
import org.redress.notification.planning.Level;
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
    private final Turn turn;
    private final DeliveryMetrics metrics;
    private final DeliverySettings settings;
    private final AfterCommit afterCommit;
    private final DueSignal due;

    PlanDeliveries(
            CaseRepository cases,
            DeliveryRepository deliveries,
            Turn turn,
            DeliveryMetrics metrics,
            DeliverySettings settings,
            AfterCommit afterCommit,
            DueSignal due) {
        this.cases = cases;
        this.deliveries = deliveries;
        this.turn = turn;
        this.metrics = metrics;
        this.settings = settings;
        this.afterCommit = afterCommit;
        this.due = due;
    }

    /**
     * Locks the cases that the events of a transaction are about, before the first of them is told.
     *
     * @param platforms each case with its tenant
     */
    public void lockFirst(Map<UUID, String> platforms) {
        cases.lockInOrder(platforms);
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
        if (known.complainantId() == null) {
            address(happening.complaintId(), Audience.COMPLAINANT, "complainant:" + complainantId);
        }
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
            address(complaintId, Audience.OWNER, "staff:" + owner);
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

    /**
     * A breach is taken back: whoever was told of it is told that too, nobody else.
     *
     * @param level the run of the clock whose breach it was
     */
    public void withdrawn(Happening happening, Level level) {
        KnownCase known = cases.lock(happening.complaintId(), happening.platform());
        for (DeliveryRepository.Told told : deliveries.toldOfBreach(happening.complaintId(), level)) {
            plan(happening, Channel.INBOX, told.audience(), told.recipient(), known);
        }
    }

    /** Anything else happened: tells whom the rules name. */
    public void happened(Happening happening) {
        plan(happening, cases.lock(happening.complaintId(), happening.platform()));
    }

    /** Tells in their inbox who was not known until now; short messages need no address to go. */
    private void address(UUID complaintId, Audience audience, String recipient) {
        deliveries.address(complaintId, audience, recipient).stream()
                .filter(delivery -> delivery.channel() == Channel.INBOX)
                .sorted(Comparator.comparing(Delivery::id))
                .forEach(turn::tell);
    }

    private void plan(Happening happening, KnownCase known) {
        for (NoticeRule rule : NoticeRules.matching(happening)) {
            Recipient recipient = Recipient.of(rule.audience(), known.complainantId(), known.owner());
            plan(happening, rule.channel(), rule.audience(), recipient, known);
        }
    }

    private void plan(Happening happening, Channel channel, Audience audience, Recipient recipient, KnownCase known) {
        NewDelivery planned = new NewDelivery(
                Ids.next(),
                channel == Channel.SMS ? happening.with("number", known.number()) : happening,
                channel,
                audience,
                recipient,
                NoticeLanguage.of(known.language()),
                settings.giveUpAfter());
        if (deliveries.plan(planned)) {
            begin(planned);
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
            deliveries.find(planned.id(), planned.happening().platform()).ifPresent(turn::tell);
        }
    }
}
