package org.redress.notification.inbound;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.redress.contract.sla.BreachWithdrawn;
import org.redress.contract.sla.ComplaintEscalated;
import org.redress.contract.sla.DeadlineApproaching;
import org.redress.contract.sla.DeadlineBreached;
import org.redress.contract.sla.EscalationAction;
import org.redress.contract.sla.Metric;
import org.redress.contract.sla.SlaEvent;
import org.redress.contract.sla.WindowLapsed;
import org.redress.messaging.IncomingEvent;
import org.redress.notification.delivery.Turn;
import org.redress.notification.planning.Happening;
import org.redress.notification.planning.Level;
import org.redress.notification.planning.Occasion;

/** Makes happenings of sla's events. A level noticed late says by how much. */
@ApplicationScoped
class FiredLevels {

    private static final String COMPLAINANT = "COMPLAINANT";

    private final Turn turn;

    FiredLevels(Turn turn) {
        this.turn = turn;
    }

    /** The level that fired, if somebody is to be told of it. */
    Optional<Happening> fired(IncomingEvent event, SlaEvent said) {
        if (said instanceof DeadlineApproaching near) {
            return near.to().equals(COMPLAINANT)
                    ? closing(event, near)
                    : Optional.of(approaching(event, near, Occasion.DEADLINE_APPROACHING));
        } else if (said instanceof DeadlineBreached missed) {
            Level level = new Level(missed.clockId(), missed.cycle(), missed.firesAt(), missed.lateBy());
            return Optional.of(happening(
                    event,
                    Occasion.DEADLINE_BREACHED,
                    missed.complaintId(),
                    missed.to(),
                    level,
                    clock(missed.metric(), missed.dueAt())));
        } else if (said instanceof WindowLapsed lapsed) {
            Level level = new Level(lapsed.clockId(), lapsed.cycle(), lapsed.firesAt(), lapsed.lateBy());
            return Optional.of(happening(
                    event,
                    Occasion.WINDOW_LAPSED,
                    lapsed.complaintId(),
                    lapsed.to(),
                    level,
                    clock(lapsed.metric(), lapsed.dueAt())));
        }
        return said instanceof ComplaintEscalated up ? escalated(event, up) : Optional.empty();
    }

    /** A reminder noticed when the time is over reminds of nothing: the lapse says that it is over. */
    private Optional<Happening> closing(IncomingEvent event, DeadlineApproaching near) {
        return near.detectedAt().isBefore(near.dueAt())
                ? Optional.of(approaching(event, near, Occasion.WINDOW_CLOSING))
                : Optional.empty();
    }

    private Happening approaching(IncomingEvent event, DeadlineApproaching near, Occasion occasion) {
        Level level = new Level(near.clockId(), near.cycle(), near.firesAt(), near.lateBy());
        return happening(event, occasion, near.complaintId(), near.to(), level, clock(near.metric(), near.dueAt()));
    }

    /** A breach that is taken back, under the run of the clock that it was of. */
    Happening withdrawn(IncomingEvent event, BreachWithdrawn withdrawn) {
        Level level = new Level(withdrawn.clockId(), withdrawn.cycle(), withdrawn.withdrawnAt(), Duration.ZERO);
        return happening(
                event,
                Occasion.BREACH_WITHDRAWN,
                withdrawn.complaintId(),
                "",
                level,
                clock(withdrawn.metric(), withdrawn.dueAt()));
    }

    private Optional<Happening> escalated(IncomingEvent event, ComplaintEscalated up) {
        if (up.action() == EscalationAction.RAISE_PRIORITY) {
            return Optional.empty();
        }
        boolean moves = up.toTier() != null && up.action() != EscalationAction.TELL;
        Map<String, String> params = new HashMap<>(clock(up.metric(), up.dueAt()));
        if (moves && up.toTier() != null) {
            params.put("tier", up.toTier().name());
        }
        Level level = new Level(up.clockId(), up.cycle(), up.firesAt(), up.lateBy());
        Occasion occasion = moves ? Occasion.COMPLAINT_ESCALATED : Occasion.DEADLINE_OVERDUE;
        return Optional.of(happening(event, occasion, up.complaintId(), up.to(), level, params));
    }

    private Happening happening(
            IncomingEvent event,
            Occasion occasion,
            UUID complaintId,
            String to,
            Level level,
            Map<String, String> params) {
        Map<String, String> values = new HashMap<>(params);
        if (level.lateBy().compareTo(turn.lateAfter()) > 0) {
            values.put("lateBy", level.lateBy().toString());
        }
        return new Happening(event.id(), occasion, complaintId, event.platform(), event.time(), to, level, values);
    }

    private static Map<String, String> clock(Metric metric, Instant dueAt) {
        return Map.of("metric", metric.name(), "dueAt", dueAt.toString());
    }
}
