package org.redress.benchmarks.intake;

import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.stream.Stream;

/** Processor time of a process and all below it, as the operating system counts it, between two looks. Not thread-safe. */
final class CpuTime {
    private final long pid;
    private final boolean withChildren;
    private Map<Long, Duration> last;

    private CpuTime(long pid, boolean withChildren) {
        this.pid = pid;
        this.withChildren = withChildren;
        this.last = now();
    }

    CpuTime(long pid) {
        this(pid, true);
    }

    /** Of this process alone: the others are its children. */
    static CpuTime ofThisProcess() {
        return new CpuTime(ProcessHandle.current().pid(), false);
    }

    /** Milliseconds since the last look. Those that began in between count from their start; those that ended do not count. */
    double millis() {
        Map<Long, Duration> now = now();
        Duration total = Duration.ZERO;
        for (var process : now.entrySet()) {
            total = total.plus(process.getValue().minus(last.getOrDefault(process.getKey(), Duration.ZERO)));
        }
        last = now;
        return total.toNanos() / 1e6;
    }

    private Map<Long, Duration> now() {
        var times = new HashMap<Long, Duration>();
        ProcessHandle.of(pid)
                .ifPresent(root -> Stream.concat(Stream.of(root), withChildren ? root.descendants() : Stream.empty())
                        .forEach(process ->
                                process.info().totalCpuDuration().ifPresent(time -> times.put(process.pid(), time))));
        return times;
    }
}
