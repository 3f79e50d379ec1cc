package org.redress.intake.inbound;

import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jboss.logging.Logger;
import org.redress.contract.sla.ClockEnded;
import org.redress.contract.sla.ClockStarted;
import org.redress.contract.sla.ComplaintEscalated;
import org.redress.contract.sla.DeadlineApproaching;
import org.redress.contract.sla.DeadlineBreached;
import org.redress.contract.sla.PolicyActivated;
import org.redress.contract.sla.SlaEvent;
import org.redress.contract.sla.UnrecognisedSlaEvent;
import org.redress.contract.sla.WindowLapsed;
import org.redress.intake.casework.Lapses;
import org.redress.intake.progress.CaseProgress;
import org.redress.intake.progress.ClockEnd;
import org.redress.intake.progress.ClockRun;
import org.redress.intake.standards.KeepPolicy;
import org.redress.messaging.EventHandler;
import org.redress.messaging.IncomingEvent;
import org.redress.messaging.Subscriptions;
import org.redress.messaging.UnreadableEventException;

/** Reads policies and what the clocks say. */
@ApplicationScoped
public class SlaEventsConsumer implements EventHandler {
    private static final Logger LOG = Logger.getLogger(SlaEventsConsumer.class);

    private final Subscriptions subscriptions;
    private final CaseProgress progress;
    private final Lapses lapses;
    private final KeepPolicy keepPolicy;

    SlaEventsConsumer(Subscriptions subscriptions, CaseProgress progress, Lapses lapses, KeepPolicy keepPolicy) {
        this.subscriptions = subscriptions;
        this.progress = progress;
        this.lapses = lapses;
        this.keepPolicy = keepPolicy;
    }

    void atStart(@Observes StartupEvent started) {
        subscriptions.subscribe(SlaEvent.TOPIC, this);
    }

    @Override
    public void lockFirst(List<IncomingEvent> events) {
        progress.lockFirst(Reading.subjects(events));
    }

    @Override
    public void handle(IncomingEvent incoming) {
        SlaEvent event = Reading.of(incoming, SlaEvent::read);
        if (event instanceof PolicyActivated activated) {
            keep(activated);
        } else {
            Reading.knownCase(() -> apply(incoming, event));
        }
    }

    private void keep(PolicyActivated activated) {
        try {
            keepPolicy.keep(
                    activated.platform(),
                    activated.version(),
                    activated.activeFrom(),
                    activated.policy().toString());
        } catch (IllegalArgumentException e) {
            throw new UnreadableEventException("the policy cannot be understood: " + e.getMessage(), e);
        }
    }

    private void apply(IncomingEvent incoming, SlaEvent event) {
        if (event instanceof ClockStarted started) {
            progress.clockStarted(Reading.told(incoming, started.complaintId()), run(started));
        } else if (event instanceof ClockEnded ended) {
            progress.clockEnded(Reading.told(incoming, ended.complaintId()), end(ended));
        } else if (event instanceof DeadlineApproaching near) {
            var data = level(near.metric(), near.cycle(), near.level(), near.to(), near.dueAt());
            progress.noted(
                    Reading.told(incoming, near.complaintId()), "DEADLINE_APPROACHING", near.firesAt(), true, data);
        } else if (event instanceof DeadlineBreached breached) {
            var data = level(breached.metric(), breached.cycle(), breached.level(), breached.to(), breached.dueAt());
            progress.noted(
                    Reading.told(incoming, breached.complaintId()),
                    "DEADLINE_BREACHED",
                    breached.firesAt(),
                    false,
                    data);
        } else if (event instanceof ComplaintEscalated escalated) {
            escalated(incoming, escalated);
        } else if (event instanceof WindowLapsed lapsed) {
            lapsed(incoming, lapsed);
        } else if (event instanceof UnrecognisedSlaEvent unknown) {
            LOG.debugf("set aside: %s is not known to this version", unknown.type());
        }
    }

    private void escalated(IncomingEvent incoming, ComplaintEscalated escalated) {
        var data = level(escalated.metric(), escalated.cycle(), escalated.level(), escalated.to(), escalated.dueAt());
        if (escalated.toTier() != null) {
            data.put("toTier", escalated.toTier().name());
        }
        progress.noted(Reading.told(incoming, escalated.complaintId()), "ESCALATED", escalated.firesAt(), false, data);
    }

    private void lapsed(IncomingEvent incoming, WindowLapsed lapsed) {
        var data = level(lapsed.metric(), lapsed.cycle(), lapsed.level(), lapsed.to(), lapsed.dueAt());
        progress.noted(Reading.told(incoming, lapsed.complaintId()), "WINDOW_LAPSED", lapsed.firesAt(), false, data);
        lapses.windowLapsed(
                lapsed.complaintId(), incoming.platform(), lapsed.metric().name(), lapsed.key(), lapsed.dueAt());
    }

    private static Map<String, Object> level(Enum<?> metric, int cycle, int level, String to, Instant dueAt) {
        Map<String, Object> data = new LinkedHashMap<>();
        data.put("metric", metric.name());
        data.put("cycle", cycle);
        data.put("level", level);
        data.put("to", to);
        data.put("dueAt", dueAt.toString());
        return data;
    }

    private static ClockRun run(ClockStarted clock) {
        return new ClockRun(
                clock.clockId(),
                clock.metric().name(),
                clock.cycle(),
                clock.target(),
                clock.unit().name(),
                clock.startedAt(),
                clock.dueAt());
    }

    private static ClockEnd end(ClockEnded clock) {
        return new ClockEnd(
                clock.clockId(),
                clock.metric().name(),
                clock.cycle(),
                clock.outcome().name(),
                clock.dueAt(),
                clock.endedAt());
    }
}
