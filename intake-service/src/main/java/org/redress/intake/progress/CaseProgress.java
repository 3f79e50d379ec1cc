package org.redress.intake.progress;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Instant;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.UUID;
import org.redress.intake.complaint.TimelineEntry;
import org.redress.intake.complaint.TimelineRepository;

/**
 * Writes what other services found out about a case, to its record and timeline.
 *
 * <p>Told again, a fact changes nothing; told late, it does not undo a newer one: each fact (the judgement, the
 * assignment, each clock) has its own position. The timeline keeps late ones too, at the time they happened.
 *
 * <p>Every method needs a running transaction, the one that holds the inbox row, and throws
 * {@link NoSuchCaseException} if the event's platform has no such complaint.
 */
@ApplicationScoped
@Transactional(Transactional.TxType.MANDATORY)
public class CaseProgress {
    private static final String ASSIGNMENT = "assignment";

    private final ProgressRepository progress;
    private final TimelineRepository timelines;

    CaseProgress(ProgressRepository progress, TimelineRepository timelines) {
        this.progress = progress;
        this.timelines = timelines;
    }

    /**
     * Locks the cases that the facts of a transaction are about, before the first is written down. Triage and clocks are told by
     * two readers at once, each of many cases in a transaction: without one order both would hold what the other waits for.
     *
     * @param complaints those that are not known are passed over
     */
    public void lockFirst(Collection<UUID> complaints) {
        progress.lockInOrder(complaints);
    }

    /** Triage judged the case, for the first time or anew. */
    public void judged(Told told, Judgement judgement) {
        lock(told);
        UUID id = told.complaintId();
        if (progress.advance(told, "judgement")) {
            progress.judge(id, judgement);
        }
        if (progress.advance(told, ASSIGNMENT)) {
            progress.assign(id, judgement.assignment());
        }
        Map<String, Object> data = assignmentData(judgement.assignment());
        data.put("category", judgement.category().name());
        data.put("severity", judgement.severity().name());
        data.put("confidence", judgement.confidence());
        data.put("liability", judgement.liability());
        data.put("reasons", judgement.reasons());
        note(told, "TRIAGED", judgement.at(), false, data);
    }

    /** The case was given to someone. */
    public void assigned(Told told, Assignment assignment, String cause, Instant at) {
        lock(told);
        if (progress.advance(told, ASSIGNMENT)) {
            progress.assign(told.complaintId(), assignment);
        }
        Map<String, Object> data = assignmentData(assignment);
        data.put("cause", cause);
        note(told, "ASSIGNED", at, false, data);
    }

    /** The case is about the same thing as an earlier one (R06). */
    public void duplicate(Told told, UUID originalId, String rule, Instant at) {
        lock(told);
        if (progress.advance(told, "duplicate")) {
            progress.link(told.complaintId(), originalId);
        }
        note(told, "DUPLICATE_FOUND", at, false, Map.of("originalId", originalId.toString(), "rule", rule));
    }

    /** A clock runs, or runs anew. */
    public void clockStarted(Told told, ClockRun clock) {
        lock(told);
        if (progress.advance(told, fact(clock.clockId())) && ClockRun.isPromised(clock.metric())) {
            progress.run(told.complaintId(), clock);
            progress.change(told.complaintId());
        } else {
            progress.touch(told.complaintId());
        }
        note(
                told,
                "CLOCK_STARTED",
                clock.startedAt(),
                false,
                Map.of(
                        "metric", clock.metric(),
                        "cycle", clock.cycle(),
                        "target", clock.target(),
                        "unit", clock.unit(),
                        "dueAt", clock.dueAt().toString()));
    }

    /** A clock ended. */
    public void clockEnded(Told told, ClockEnd clock) {
        lock(told);
        if (progress.advance(told, fact(clock.clockId())) && ClockRun.isPromised(clock.metric())) {
            progress.end(told.complaintId(), clock);
            progress.change(told.complaintId());
        } else {
            progress.touch(told.complaintId());
        }
        note(
                told,
                "CLOCK_ENDED",
                clock.endedAt(),
                false,
                Map.of(
                        "metric", clock.metric(),
                        "cycle", clock.cycle(),
                        "outcome", clock.outcome(),
                        "dueAt", clock.dueAt().toString()));
    }

    /**
     * Something happened that changes nothing on the record but belongs on the timeline.
     *
     * @param staffOnly whether it is about the platform's own work
     */
    public void noted(Told told, String kind, Instant at, boolean staffOnly, Map<String, Object> data) {
        lock(told);
        progress.touch(told.complaintId());
        note(told, kind, at, staffOnly, data);
    }

    private void lock(Told told) {
        if (!progress.lock(told.complaintId(), told.platform())) {
            throw new NoSuchCaseException(told.complaintId());
        }
    }

    private void note(Told told, String kind, Instant at, boolean staffOnly, Map<String, Object> data) {
        var entry = new TimelineEntry(kind, at, "service:" + told.service(), staffOnly, data, told.eventId());
        timelines.append(told.complaintId(), entry);
    }

    private static Map<String, Object> assignmentData(Assignment assignment) {
        Map<String, Object> data = new LinkedHashMap<>();
        data.put("queue", assignment.queue());
        data.put("tier", assignment.tier());
        data.put("owner", assignment.owner());
        return data;
    }

    private static String fact(UUID clockId) {
        return "clock:" + clockId;
    }
}
