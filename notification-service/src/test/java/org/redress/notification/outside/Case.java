package org.redress.notification.outside;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicLong;
import org.jspecify.annotations.Nullable;
import org.redress.contract.Actor;
import org.redress.contract.ActorRole;
import org.redress.contract.Category;
import org.redress.contract.ContractEvent;
import org.redress.contract.Severity;
import org.redress.contract.Tier;
import org.redress.contract.intake.Channel;
import org.redress.contract.intake.ComplaintFiled;
import org.redress.contract.intake.Demand;
import org.redress.contract.intake.DemandType;
import org.redress.contract.intake.EvidenceReleased;
import org.redress.contract.sla.BreachWithdrawn;
import org.redress.contract.sla.ComplaintEscalated;
import org.redress.contract.sla.DeadlineApproaching;
import org.redress.contract.sla.DeadlineBreached;
import org.redress.contract.sla.EscalationAction;
import org.redress.contract.sla.LevelKind;
import org.redress.contract.sla.Metric;
import org.redress.contract.sla.WindowLapsed;
import org.redress.contract.triage.ComplaintAssigned;
import org.redress.contract.triage.ComplaintTriaged;
import org.redress.messaging.IncomingEvent;
import org.redress.service.id.Ids;

/** A complaint as the other services would tell of it. Each event made from it has its own id and the next sequence. */
public final class Case {
    private static final Instant DUE = Instant.parse("2026-12-01T10:00:00Z");

    public final UUID id = Ids.next();
    public final String platform;
    public final String complainant;
    public final String number;
    private final @Nullable String language;
    private final AtomicLong sequence = new AtomicLong();

    public Case(String platform) {
        this(platform, "u-" + UUID.randomUUID(), null);
    }

    public Case(String platform, String complainant, @Nullable String language) {
        this.platform = platform;
        this.complainant = complainant;
        this.language = language;
        this.number = "QH-20261122-" + id.toString().substring(24).toUpperCase(java.util.Locale.ROOT);
    }

    public IncomingEvent filed() {
        return event(
                "/redress/intake",
                new ComplaintFiled(
                        id,
                        number,
                        platform,
                        "QH2023101500123",
                        Category.NOT_DELIVERED,
                        "充值未到账",
                        null,
                        List.of(new Demand(DemandType.REFUND, "100.00", "CNY")),
                        "100.00",
                        "CNY",
                        Channel.APP,
                        null,
                        null,
                        null,
                        null,
                        complainant,
                        language,
                        DUE));
    }

    /** What the merchant handed in is shown to the complainant. */
    public IncomingEvent evidenceReleased() {
        return event(
                "/redress/intake", new EvidenceReleased(id, Ids.next(), 1, new Actor(ActorRole.AGENT, "agent-1"), DUE));
    }

    public IncomingEvent triaged(String owner) {
        return event(
                "/redress/triage",
                new ComplaintTriaged(
                        id,
                        1,
                        Category.NOT_DELIVERED,
                        Severity.URGENT,
                        0.9,
                        List.of(),
                        "q-1",
                        Tier.JUNIOR,
                        owner,
                        List.of(),
                        DUE));
    }

    public IncomingEvent assigned(String owner) {
        return event("/redress/triage", new ComplaintAssigned(id, "q-1", Tier.JUNIOR, owner, "TRIAGED", DUE));
    }

    public IncomingEvent approaching(String to) {
        return event(
                "/redress/sla",
                new DeadlineApproaching(
                        id,
                        Ids.next(),
                        Metric.FIRST_RESPONSE,
                        1,
                        0,
                        LevelKind.WARNING,
                        to,
                        DUE,
                        DUE,
                        DUE,
                        Duration.ZERO));
    }

    public IncomingEvent breached(String to) {
        return event(
                "/redress/sla",
                new DeadlineBreached(
                        id,
                        Ids.next(),
                        Metric.FIRST_RESPONSE,
                        1,
                        1,
                        LevelKind.BREACH,
                        to,
                        DUE,
                        DUE,
                        DUE,
                        Duration.ZERO));
    }

    public IncomingEvent escalated(String to) {
        return event(
                "/redress/sla",
                new ComplaintEscalated(
                        id,
                        Ids.next(),
                        Metric.FIRST_RESPONSE,
                        1,
                        2,
                        LevelKind.ESCALATION,
                        to,
                        DUE,
                        DUE,
                        DUE,
                        Duration.ZERO,
                        Tier.SENIOR,
                        EscalationAction.REASSIGN));
    }

    /** A breach of a clock that was noticed late. */
    public IncomingEvent breached(String to, UUID clock, Instant firesAt, Duration lateBy) {
        return event(
                "/redress/sla",
                new DeadlineBreached(
                        id,
                        clock,
                        Metric.RESOLUTION,
                        1,
                        1,
                        LevelKind.BREACH,
                        to,
                        firesAt,
                        firesAt,
                        firesAt.plus(lateBy),
                        lateBy));
    }

    public IncomingEvent withdrawn(UUID clock) {
        return event(
                "/redress/sla",
                new BreachWithdrawn(id, clock, Metric.RESOLUTION, 1, null, DUE, DUE, null, "MET_IN_TIME", DUE));
    }

    /** An escalation that tells somebody or moves the complaint ahead, by its action. */
    public IncomingEvent escalated(String to, EscalationAction action) {
        return event(
                "/redress/sla",
                new ComplaintEscalated(
                        id,
                        Ids.next(),
                        Metric.RESOLUTION,
                        1,
                        2,
                        LevelKind.ESCALATION,
                        to,
                        DUE,
                        DUE,
                        DUE,
                        Duration.ZERO,
                        null,
                        action));
    }

    /** A reminder of a window, noticed so long before the window's end. */
    public IncomingEvent windowCloses(Duration before) {
        return event(
                "/redress/sla",
                new DeadlineApproaching(
                        id,
                        Ids.next(),
                        Metric.APPEAL_WINDOW,
                        1,
                        0,
                        LevelKind.WARNING,
                        "COMPLAINANT",
                        DUE,
                        DUE.minus(before),
                        DUE.minus(before),
                        Duration.ZERO));
    }

    public IncomingEvent windowLapsed() {
        return event(
                "/redress/sla",
                new WindowLapsed(
                        id, Ids.next(), Metric.APPEAL_WINDOW, 1, null, 0, "COMPLAINANT", DUE, DUE, DUE, Duration.ZERO));
    }

    private IncomingEvent event(String source, ContractEvent event) {
        return new IncomingEvent(
                Ids.next(),
                source,
                event.type(),
                id.toString(),
                platform,
                sequence.incrementAndGet(),
                java.time.Clock.systemUTC().instant(),
                event.data());
    }
}
