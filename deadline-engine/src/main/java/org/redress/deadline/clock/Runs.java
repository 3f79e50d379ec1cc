package org.redress.deadline.clock;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.redress.deadline.complaint.CaseEvent;
import org.redress.deadline.complaint.EventType;
import org.redress.deadline.policy.Metric;

/** Goes through a complaint's events in order and notes for one metric what starts and what ends. Not for several threads. */
final class Runs {
    private final Metric metric;
    private final List<Run> runs = new ArrayList<>();
    private final Map<String, Integer> cycles = new HashMap<>();
    private boolean answered;
    private boolean settled;

    private Runs(Metric metric) {
        this.metric = metric;
    }

    static List<Run> of(Metric metric, List<CaseEvent> ordered) {
        Runs runs = new Runs(metric);
        ordered.forEach(runs::take);
        return runs.runs;
    }

    private void take(CaseEvent event) {
        if (event.type() == EventType.RESPONSE_GIVEN && event.details().template()) {
            return;
        }
        end(event);
        if (metric.startedBy(event.type()) && mayStart(event)) {
            start(event);
        }
        follow(event.type());
    }

    private void end(CaseEvent event) {
        boolean meets = metric.metBy(event.type());
        if (!meets && !metric.cancelledBy(event.type())) {
            return;
        }
        runs.replaceAll(run -> run.end() == null && run.isAbout(keyOf(event)) ? run.endedAt(event.at(), meets) : run);
    }

    /** Decisions, answers and closings are about the whole case, whatever key they carry; so is the time to appeal. */
    private @Nullable String keyOf(CaseEvent event) {
        if (metric == Metric.APPEAL_WINDOW) {
            return null;
        }
        return switch (event.type()) {
            case DECISION_ISSUED, RESPONSE_GIVEN, COMPLAINT_CLOSED, COMPLAINT_MERGED, COMPLAINT_WITHDRAWN -> null;
            default -> event.details().key();
        };
    }

    private boolean mayStart(CaseEvent event) {
        if (metric == Metric.NEXT_RESPONSE) {
            return answered && !settled && event.details().fromComplainant();
        }
        return !metric.oncePerCase() || runs.isEmpty();
    }

    private void start(CaseEvent event) {
        String named = keyOf(event);
        String key = named == null ? "" : named;
        if (metric.startsAfresh()) {
            runs.replaceAll(run -> run.end() == null && run.key().equals(key) ? run.endedAt(event.at(), false) : run);
        }
        if (runs.stream().noneMatch(run -> run.end() == null && run.key().equals(key))) {
            Instant served = event.details().servedAt();
            Instant start = metric == Metric.APPEAL_WINDOW && served != null ? served : event.at();
            runs.add(new Run(metric, key, cycles.merge(key, 1, Integer::sum), event, start, null, false));
        }
    }

    private void follow(EventType type) {
        if (type == EventType.RESPONSE_GIVEN || type == EventType.DECISION_ISSUED) {
            answered = true;
        }
        if (type == EventType.DECISION_ISSUED || type == EventType.APPEAL_DECIDED || EventType.CLOSING.contains(type)) {
            settled = true;
        }
        if (type == EventType.COMPLAINT_REOPENED || type == EventType.APPEAL_FILED) {
            settled = false;
        }
    }
}
