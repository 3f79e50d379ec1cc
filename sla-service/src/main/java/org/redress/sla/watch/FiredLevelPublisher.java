package org.redress.sla.watch;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.redress.contract.Tier;
import org.redress.contract.sla.ComplaintEscalated;
import org.redress.contract.sla.DeadlineApproaching;
import org.redress.contract.sla.DeadlineBreached;
import org.redress.contract.sla.EscalationAction;
import org.redress.contract.sla.LevelKind;
import org.redress.contract.sla.Metric;
import org.redress.contract.sla.SlaEvent;
import org.redress.contract.sla.WindowLapsed;
import org.redress.deadline.policy.Addressee;
import org.redress.messaging.Outbox;
import org.redress.messaging.OutgoingEvent;

/** Tells others which levels fired, in the transaction that records them. */
@ApplicationScoped
class FiredLevelPublisher {
    private final Outbox outbox;

    FiredLevelPublisher(Outbox outbox) {
        this.outbox = outbox;
    }

    /** Appends one event a level, in the given order. */
    void levelsFired(List<FiredLevel> levels) {
        if (!levels.isEmpty()) {
            outbox.append(levels.stream().map(FiredLevelPublisher::message).toList());
        }
    }

    private static OutgoingEvent message(FiredLevel level) {
        SlaEvent event = event(level);
        return new OutgoingEvent(event.type(), level.complaintId().toString(), level.platform(), event.data());
    }

    private static SlaEvent event(FiredLevel level) {
        return switch (LevelKind.valueOf(level.kind())) {
            case WARNING -> said(level, DeadlineApproaching::new);
            case BREACH -> said(level, DeadlineBreached::new);
            case ESCALATION -> escalated(level);
            case LAPSE -> lapsed(level);
        };
    }

    /** What the events of all levels say. */
    @FunctionalInterface
    private interface Words<E extends SlaEvent> {
        E say(
                UUID complaintId,
                UUID clockId,
                Metric metric,
                int cycle,
                int level,
                LevelKind kind,
                String to,
                Instant dueAt,
                Instant firesAt,
                Instant detectedAt,
                Duration lateBy);
    }

    private static <E extends SlaEvent> E said(FiredLevel level, Words<E> words) {
        return words.say(
                level.complaintId(),
                level.clockId(),
                Metric.valueOf(level.metric()),
                level.cycle(),
                level.level(),
                LevelKind.valueOf(level.kind()),
                level.addressee(),
                level.dueAt(),
                level.firesAt(),
                level.detectedAt(),
                level.lateBy());
    }

    private static ComplaintEscalated escalated(FiredLevel of) {
        return said(
                of,
                (complaint, clock, metric, cycle, level, kind, to, due, fires, detected, late) ->
                        new ComplaintEscalated(
                                complaint,
                                clock,
                                metric,
                                cycle,
                                level,
                                kind,
                                to,
                                due,
                                fires,
                                detected,
                                late,
                                tier(to),
                                action(to)));
    }

    private static WindowLapsed lapsed(FiredLevel of) {
        return said(
                of,
                (complaint, clock, metric, cycle, level, kind, to, due, fires, detected, late) -> new WindowLapsed(
                        complaint, clock, metric, cycle, of.key(), level, to, due, fires, detected, late));
    }

    /** What an escalation asks for; a name that no list holds is told about. */
    static EscalationAction action(String addressee) {
        return Addressee.named(addressee)
                .map(known -> EscalationAction.valueOf(known.action().name()))
                .orElse(EscalationAction.TELL);
    }

    /** The tier an escalation moves the complaint to (R33); nothing when it only tells someone. */
    static @Nullable Tier tier(String addressee) {
        return switch (addressee) {
            case "JUNIOR_TIER" -> Tier.JUNIOR;
            case "SENIOR_TIER" -> Tier.SENIOR;
            case "SPECIAL_TEAM" -> Tier.SPECIAL_TEAM;
            case "MEDIATION_PANEL" -> Tier.MEDIATION_PANEL;
            default -> null;
        };
    }
}
