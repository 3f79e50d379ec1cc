package org.redress.sla.watch;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
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
        LevelKind kind = LevelKind.valueOf(level.kind());
        return switch (kind) {
            case WARNING -> approaching(level, kind);
            case BREACH -> breached(level, kind);
            case ESCALATION -> escalated(level, kind);
            case LAPSE -> lapsed(level);
        };
    }

    private static DeadlineApproaching approaching(FiredLevel level, LevelKind kind) {
        return new DeadlineApproaching(
                level.complaintId(),
                level.clockId(),
                Metric.valueOf(level.metric()),
                level.cycle(),
                level.level(),
                kind,
                level.addressee(),
                level.dueAt(),
                level.firesAt(),
                level.detectedAt(),
                level.lateBy());
    }

    private static DeadlineBreached breached(FiredLevel level, LevelKind kind) {
        return new DeadlineBreached(
                level.complaintId(),
                level.clockId(),
                Metric.valueOf(level.metric()),
                level.cycle(),
                level.level(),
                kind,
                level.addressee(),
                level.dueAt(),
                level.firesAt(),
                level.detectedAt(),
                level.lateBy());
    }

    private static WindowLapsed lapsed(FiredLevel level) {
        return new WindowLapsed(
                level.complaintId(),
                level.clockId(),
                Metric.valueOf(level.metric()),
                level.cycle(),
                level.key(),
                level.level(),
                level.addressee(),
                level.dueAt(),
                level.firesAt(),
                level.detectedAt(),
                level.lateBy());
    }

    private static ComplaintEscalated escalated(FiredLevel level, LevelKind kind) {
        return new ComplaintEscalated(
                level.complaintId(),
                level.clockId(),
                Metric.valueOf(level.metric()),
                level.cycle(),
                level.level(),
                kind,
                level.addressee(),
                level.dueAt(),
                level.firesAt(),
                level.detectedAt(),
                level.lateBy(),
                tier(level.addressee()),
                action(level.addressee()));
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
