package org.redress.sla;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicLong;
import org.redress.contract.Category;
import org.redress.contract.ContractEvent;
import org.redress.contract.Severity;
import org.redress.contract.Tier;
import org.redress.contract.intake.Channel;
import org.redress.contract.intake.ComplaintFiled;
import org.redress.contract.intake.IntakeEvent;
import org.redress.contract.triage.ComplaintTriaged;
import org.redress.contract.triage.FreezeConfirmed;
import org.redress.contract.triage.FreezeOrdered;
import org.redress.contract.triage.TriageEvent;
import org.redress.messaging.IncomingEvent;
import org.redress.service.id.Ids;

/** The events of one complaint, as intake and triage would send them. */
public final class CaseScript {
    public final UUID id = Ids.next();
    public final String complainant = "u-" + id;
    private final String platform;
    private final AtomicLong sequence = new AtomicLong();

    public CaseScript(String platform) {
        this.platform = platform;
    }

    public IncomingEvent filed(Instant at) {
        return event(
                IntakeEvent.SOURCE,
                new ComplaintFiled(
                        id,
                        "T-" + id,
                        platform,
                        "QH2023101500123",
                        Category.NOT_DELIVERED,
                        "已付款,三十分钟未到账",
                        null,
                        List.of(),
                        "100.00",
                        "CNY",
                        Channel.APP,
                        null,
                        null,
                        null,
                        null,
                        complainant,
                        "zh-CN",
                        at),
                at);
    }

    public IncomingEvent triaged(Severity severity, int revision, Instant at) {
        return event(
                TriageEvent.SOURCE,
                new ComplaintTriaged(
                        id,
                        revision,
                        Category.NOT_DELIVERED,
                        severity,
                        0.9,
                        List.of(),
                        "delivery",
                        Tier.JUNIOR,
                        "agent-1",
                        List.of(),
                        at),
                at);
    }

    /** A judgement of this complaint in another platform's name. */
    public IncomingEvent triagedFor(String other, Instant at) {
        IncomingEvent own = triaged(Severity.CRITICAL, 9, at);
        return new IncomingEvent(
                own.id(), own.source(), own.type(), own.subject(), other, own.sequence(), own.time(), own.data());
    }

    public IncomingEvent freezeOrdered(UUID freeze, Instant at) {
        return event(TriageEvent.SOURCE, new FreezeOrdered(id, freeze, "account-1", "STOLEN", at), at);
    }

    public IncomingEvent freezeConfirmed(UUID freeze, Instant at) {
        return event(TriageEvent.SOURCE, new FreezeConfirmed(id, freeze, "ref-1", at), at);
    }

    /** Anything else that intake says of this complaint. */
    public IncomingEvent intake(IntakeEvent event, Instant at) {
        return event(IntakeEvent.SOURCE, event, at);
    }

    /** Anything else that triage says of this complaint. */
    public IncomingEvent triage(TriageEvent event, Instant at) {
        return event(TriageEvent.SOURCE, event, at);
    }

    private IncomingEvent event(String source, ContractEvent event, Instant at) {
        return new IncomingEvent(
                Ids.next(),
                source,
                event.type(),
                id.toString(),
                platform,
                sequence.incrementAndGet(),
                at,
                event.data());
    }
}
