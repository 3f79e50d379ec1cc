package org.redress.benchmarks.deadline;

import java.time.Instant;
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
import org.redress.deadline.clock.Deadline;
import org.redress.deadline.policy.ClockRule;
import org.redress.deadline.policy.Metric;
import org.redress.deadline.policy.Unit;

/** When something a year away is due, by the engine and by a plain counter. The calendar is warm, as in the service. */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
public class DueBenchmark {
    /** What is counted. */
    @Param({"ELAPSED", "WORKING_TIME", "WORKING_DAYS", "NATURAL_DAYS"})
    public Unit unit = Unit.ELAPSED;

    private final Calendar office = Ground.office();
    private final MinuteCounter counter = new MinuteCounter(office);
    private ClockRule rule = rule();

    /** Refuses to measure two that disagree. */
    @Setup
    public void prepare() {
        rule = rule();
        if (!engine().equals(counter())) {
            throw new IllegalStateException(unit + ": the engine says " + engine() + ", the counter " + counter());
        }
    }

    private ClockRule rule() {
        return ClockRule.of(Metric.RESOLUTION, Ground.year(unit));
    }

    /** The due time alone. */
    @Benchmark
    public Instant engine() {
        return Deadline.of(rule, office, Ground.START);
    }

    /** The same by the counter. */
    @Benchmark
    public Instant counter() {
        return counter.due(rule.target(), Ground.START);
    }
}
