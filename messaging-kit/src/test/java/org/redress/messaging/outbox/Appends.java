package org.redress.messaging.outbox;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import org.redress.messaging.OutgoingEvent;
import org.redress.messaging.database.MessagingDatabase;

/** What a service's transactions append, by several writers at once. */
final class Appends {
    private final MessagingDatabase database;
    private final OutboxRepository rows = new OutboxRepository();

    Appends(MessagingDatabase database) {
        this.database = database;
    }

    /** One transaction with these events. */
    void commit(List<OutgoingEvent> events) {
        database.jdbi().useTransaction(handle -> rows.append(handle, "/redress/library", events));
    }

    /** As many transactions of one event each, by so many writers at once, over so many subjects {@code <prefix>-<n>}. */
    void commitAtOnce(String prefix, int writers, int eachWrites, int subjects)
            throws InterruptedException, ExecutionException {
        var pool = Executors.newFixedThreadPool(writers);
        try {
            List<Callable<Void>> tasks = new ArrayList<>();
            for (int w = 0; w < writers; w++) {
                var random = new Random(w);
                tasks.add(() -> {
                    for (int i = 0; i < eachWrites; i++) {
                        commit(List.of(event(prefix + "-" + random.nextInt(subjects))));
                    }
                    return null;
                });
            }
            for (var done : pool.invokeAll(tasks)) {
                done.get();
            }
        } finally {
            pool.shutdown();
        }
    }

    static OutgoingEvent event(String subject) {
        return event(subject, 64);
    }

    static OutgoingEvent event(String subject, int bytes) {
        String filling = "x".repeat(bytes);
        return new OutgoingEvent(
                "org.example.book-borrowed.v1",
                subject,
                "town",
                ("{\"filling\":\"" + filling + "\"}").getBytes(StandardCharsets.UTF_8));
    }
}
