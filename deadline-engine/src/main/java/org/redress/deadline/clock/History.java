package org.redress.deadline.clock;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.redress.deadline.complaint.CaseEvent;
import org.redress.deadline.complaint.EventType;

/**
 * A complaint's events as they happened, whatever order and however often they were told: by time, then by their producer's
 * number, then by {@link EventType}'s order.
 *
 * @param remarks what was set aside or looks wrong
 */
record History(List<CaseEvent> events, List<Remark> remarks) {
    /** Nothing that bears on a complaint happened before. */
    static final Instant EARLIEST = Instant.parse("1970-01-01T00:00:00Z");

    /** Nor after. */
    static final Instant LATEST = Instant.parse("2200-01-01T00:00:00Z");

    private static final Comparator<CaseEvent> AS_HAPPENED = Comparator.comparing(CaseEvent::at)
            .thenComparingLong(CaseEvent::sequence)
            .thenComparing(CaseEvent::type)
            .thenComparing(event -> event.id() == null ? "" : event.id())
            .thenComparing(event -> event.details().toString());

    static History of(List<CaseEvent> told, Instant until) {
        List<CaseEvent> events = new ArrayList<>();
        List<Remark> remarks = new ArrayList<>();
        Set<Object> seen = new HashSet<>();
        boolean filed = false;
        for (CaseEvent event : told.stream().sorted(AS_HAPPENED).toList()) {
            if (event.at().isBefore(EARLIEST) || !event.at().isBefore(LATEST)) {
                remarks.add(remark("IMPLAUSIBLE_TIME", event, "set aside"));
            } else if (event.at().isAfter(until)) {
                remarks.add(remark("LATER_THAN_ASKED", event, "has not happened yet"));
            } else if (!seen.add(event.id() == null ? event : event.id())) {
                remarks.add(remark("DOUBLED_EVENT", event, "counted once"));
            } else if (filed && event.type() == EventType.COMPLAINT_FILED) {
                remarks.add(remark("FILED_TWICE", event, "the first filing counts"));
            } else {
                filed |= event.type() == EventType.COMPLAINT_FILED;
                events.add(event);
            }
        }
        remarkOnFiling(events, remarks);
        return new History(List.copyOf(events), List.copyOf(remarks));
    }

    private static void remarkOnFiling(List<CaseEvent> events, List<Remark> remarks) {
        boolean filed = events.stream().anyMatch(event -> event.type() == EventType.COMPLAINT_FILED);
        if (!filed) {
            remarks.add(new Remark("NOT_FILED", "no ComplaintFiled has happened"));
            return;
        }
        for (CaseEvent event : events) {
            if (event.type() == EventType.COMPLAINT_FILED) {
                return;
            }
            remarks.add(remark("EARLIER_THAN_FILING", event, "happened before ComplaintFiled"));
        }
    }

    private static Remark remark(String code, CaseEvent event, String text) {
        return new Remark(code, event.type().wireName() + " at " + event.at() + ": " + text);
    }
}
