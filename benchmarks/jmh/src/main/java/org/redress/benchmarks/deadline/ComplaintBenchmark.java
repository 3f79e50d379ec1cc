package org.redress.benchmarks.deadline;

import static org.redress.deadline.complaint.EventType.*;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.redress.deadline.calendar.Calendar;
import org.redress.deadline.clock.Clock;
import org.redress.deadline.clock.Clocks;
import org.redress.deadline.complaint.CaseEvent;
import org.redress.deadline.complaint.CaseFacts;
import org.redress.deadline.complaint.Category;
import org.redress.deadline.complaint.Severity;
import org.redress.deadline.complaint.Tier;
import org.redress.deadline.policy.Policy;
import org.redress.deadline.policy.Unit;

/** All clocks of a complaint from its events, with and without reading what explains them. */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
public class ComplaintBenchmark {
    /**
     * A complaint under the 29 rules of a shipped policy, or one whose single clock counts a year of that unit with twelve
     * pauses of three days.
     */
    @Param({"SHIPPED_POLICY", "ELAPSED", "WORKING_TIME", "WORKING_DAYS", "NATURAL_DAYS"})
    public String complaint = "SHIPPED_POLICY";

    private final Calendar office = Ground.office();
    private Policy policy = Ground.shipped(office);
    private List<CaseEvent> events = List.of();
    private Instant until = Ground.START;

    /** Chooses the events and the policy. */
    @Setup
    public void prepare() {
        if (complaint.equals("SHIPPED_POLICY")) {
            events = typical();
            until = after(15, 0);
        } else {
            policy = new Policy("bench", 1, office.id(), List.of(Ground.decisionWithinAYear(Unit.valueOf(complaint))));
            events = aYearWithPauses();
            until = after(360, 0);
        }
    }

    /** How many clocks the complaint has, for the table. */
    int clocks() {
        prepare();
        return compute().clocks().size();
    }

    /** Every clock with its levels, as a service stores them. */
    @Benchmark
    public Clocks compute() {
        return Clocks.compute(policy, office, CaseFacts.unknown(), events, until);
    }

    /** The same, and every segment of every clock. */
    @Benchmark
    public long explain() {
        long seconds = 0;
        for (Clock clock : compute().clocks()) {
            for (var segment : clock.segments()) {
                seconds += segment.counts()
                        ? segment.to().getEpochSecond()
                        : segment.why().length();
            }
        }
        return seconds;
    }

    /** Two weeks: frozen, triaged, answered, twice asked, decided, remedied, appealed. */
    private static List<CaseEvent> typical() {
        return told(List.of(
                CaseEvent.of(COMPLAINT_FILED, Ground.START),
                CaseEvent.of(COMPLAINT_TRIAGED, after(0, 1))
                        .judged(Severity.URGENT, Category.NOT_DELIVERED, Tier.SENIOR),
                CaseEvent.of(FREEZE_ORDERED, after(0, 1)).about("freeze"),
                CaseEvent.of(FREEZE_CONFIRMED, after(0, 2)).about("freeze"),
                CaseEvent.of(RESPONSE_GIVEN, after(0, 120)),
                CaseEvent.of(MATERIALS_REQUESTED, after(0, 130)).dueAt(after(3, 130)),
                CaseEvent.of(MERCHANT_ASKED, after(0, 140)).dueAt(after(2, 140)),
                CaseEvent.of(MATERIALS_SUPPLEMENTED, after(1, 0)),
                CaseEvent.of(MERCHANT_REPLIED, after(1, 600)),
                CaseEvent.of(MESSAGE_POSTED, after(2, 0)),
                CaseEvent.of(COMPLAINT_URGED, after(2, 30)),
                CaseEvent.of(RESPONSE_GIVEN, after(2, 200)),
                CaseEvent.of(DECISION_ISSUED, after(4, 0)).servedAt(after(4, 5)),
                CaseEvent.of(REMEDY_ORDERED, after(4, 5)).about("refund"),
                CaseEvent.of(REMEDY_EXECUTED, after(5, 0)).about("refund"),
                CaseEvent.of(FREEZE_RELEASED, after(5, 1)).about("freeze"),
                CaseEvent.of(APPEAL_FILED, after(6, 0)).about("appeal")));
    }

    private static List<CaseEvent> aYearWithPauses() {
        List<CaseEvent> events = new ArrayList<>();
        events.add(CaseEvent.of(COMPLAINT_FILED, Ground.START));
        for (int month = 0; month < 12; month++) {
            events.add(CaseEvent.of(MERCHANT_ASKED, after(10 + month * 29, 0)));
            events.add(CaseEvent.of(MERCHANT_REPLIED, after(13 + month * 29, 0)));
        }
        return told(events);
    }

    /** With ids and numbers, as a service knows them. */
    private static List<CaseEvent> told(List<CaseEvent> events) {
        List<CaseEvent> told = new ArrayList<>();
        for (int i = 0; i < events.size(); i++) {
            told.add(events.get(i).identified("event-" + i, i + 1L));
        }
        return told;
    }

    private static Instant after(int days, int minutes) {
        return Ground.START.plus(Duration.ofDays(days)).plus(Duration.ofMinutes(minutes));
    }
}
