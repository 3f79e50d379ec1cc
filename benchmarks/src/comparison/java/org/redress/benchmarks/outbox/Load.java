package org.redress.benchmarks.outbox;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.HashMap;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.LockSupport;

/** What is asked of a contender: as many as it can, then a steady trickle. */
final class Load {
    private static final int WRITERS = 8;
    private static final int KEYS_A_WRITER = 25;

    private final Contender contender;
    private final Arrivals arrivals;
    private final AtomicInteger number = new AtomicInteger();
    private int committed;

    Load(Contender contender, Arrivals arrivals) {
        this.contender = contender;
        this.arrivals = arrivals;
    }

    /** Events a second, from the first transaction's begin to the last event's arrival. */
    double flood(int events) throws Exception {
        long start = System.nanoTime();
        var pool = Executors.newFixedThreadPool(WRITERS);
        try {
            List<Callable<Void>> writers = new ArrayList<>();
            for (int w = 0; w < WRITERS; w++) {
                String writer = "w" + w;
                writers.add(() -> {
                    for (int i = 0; i < events / WRITERS; i++) {
                        commit(writer + "-" + i % KEYS_A_WRITER);
                    }
                    return null;
                });
            }
            for (var done : pool.invokeAll(writers)) {
                done.get();
            }
        } finally {
            pool.shutdown();
        }
        committed += events / WRITERS * WRITERS;
        arrivals.await(committed);
        return events / ((System.nanoTime() - start) / 1e9);
    }

    /** Milliseconds from each commit's return to the event's arrival, at so many events a second. */
    List<Double> trickle(int events, int perSecond) throws Exception {
        Map<String, Long> committedAt = new HashMap<>();
        long step = 1_000_000_000L / perSecond;
        long next = System.nanoTime();
        for (int i = 0; i < events; i++) {
            while (System.nanoTime() < next) {
                LockSupport.parkNanos(next - System.nanoTime());
            }
            next += step;
            String id = commit("t-" + i % KEYS_A_WRITER);
            committedAt.put(id, System.nanoTime());
        }
        committed += events;
        arrivals.await(committed);
        var latencies = new ArrayList<Double>();
        committedAt.forEach((id, at) -> latencies.add(Math.max(0, arrivals.at(id) - at) / 1e6));
        return latencies;
    }

    private String commit(String key) throws Exception {
        String id = UUID.randomUUID().toString();
        contender.commit(key, id, Arrivals.payload(id, number.incrementAndGet()));
        return id;
    }
}
