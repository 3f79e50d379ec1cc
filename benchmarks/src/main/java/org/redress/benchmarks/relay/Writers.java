package org.redress.benchmarks.relay;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import org.redress.messaging.OutgoingEvent;

/** Several threads that commit one event after another, as requests do. */
final class Writers {
    static final int COUNT = 8;

    private Writers() {}

    /** What a writer does with an event. */
    interface Write {
        void one(OutgoingEvent event) throws Exception;
    }

    /** Returns when all events are written; each writer takes every eighth. */
    static void run(List<OutgoingEvent> events, Write write) throws Exception {
        var pool = Executors.newFixedThreadPool(COUNT);
        try {
            List<Callable<Void>> writers = new ArrayList<>();
            for (int writer = 0; writer < COUNT; writer++) {
                int first = writer;
                writers.add(() -> {
                    for (int i = first; i < events.size(); i += COUNT) {
                        write.one(events.get(i));
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
    }
}
