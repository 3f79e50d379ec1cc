package org.redress.system;

import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;

/**
 * Files complaints at a steady pace as careful clients do: an unclear answer is tried again under the same key until it is
 * acknowledged.
 */
final class Filing implements AutoCloseable {
    static final String PLATFORM = "kameng";

    private static final Duration LONGEST = Duration.ofMinutes(5);

    private final Client client;
    private final ScheduledExecutorService clock = Executors.newScheduledThreadPool(8);
    private final List<Filed> acknowledged = new CopyOnWriteArrayList<>();
    private final AtomicInteger retries = new AtomicInteger();
    private final List<CompletableFuture<Void>> running;

    /** An acknowledged complaint. */
    record Filed(String id, String number, String complainant) {}

    private Filing(Client client, int count, Duration pace) {
        this.client = client;
        this.running = IntStream.range(0, count)
                .mapToObj(i -> file(pace.multipliedBy(i)))
                .toList();
    }

    static Filing start(Client client, int count, Duration pace) {
        return new Filing(client, count, pace);
    }

    /** Waits for so many more acknowledgements than there are now, or for the last one. */
    void awaitAcknowledged(int more) {
        int wanted = Math.min(acknowledged.size() + more, running.size());
        await().atMost(LONGEST).until(() -> acknowledged.size() >= wanted);
    }

    /** All of them, once all are acknowledged. */
    List<Filed> all() {
        CompletableFuture.allOf(running.toArray(CompletableFuture[]::new))
                .orTimeout(LONGEST.toSeconds(), TimeUnit.SECONDS)
                .join();
        return List.copyOf(acknowledged);
    }

    /** How often an answer was not an acknowledgement. */
    int retries() {
        return retries.get();
    }

    @Override
    public void close() {
        clock.shutdownNow();
    }

    private CompletableFuture<Void> file(Duration delay) {
        var done = new CompletableFuture<Void>();
        String complainant = "u-" + UUID.randomUUID();
        String key = UUID.randomUUID().toString();
        var complaint = Client.complaint(PLATFORM, complainant, "付款成功，充值没有到账");
        String token = client.token("complainant", PLATFORM, complainant);
        var unused = clock.schedule(
                () -> attempt(new Attempt(complainant, key, complaint, token), done),
                delay.toMillis(),
                TimeUnit.MILLISECONDS);
        return done;
    }

    private record Attempt(
            String complainant, String key, com.fasterxml.jackson.databind.JsonNode complaint, String token) {}

    private void attempt(Attempt attempt, CompletableFuture<Void> done) {
        var answer = client.post("/api/v1/complaints", attempt.token, attempt.complaint, attempt.key);
        if (answer.status() == 201) {
            acknowledged.add(new Filed(answer.text("id"), answer.text("number"), attempt.complainant));
            done.complete(null);
        } else if (answer.status() >= 400
                && answer.status() < 500
                && answer.status() != 409
                && answer.status() != 429) {
            done.completeExceptionally(new AssertionError("refused: " + answer));
        } else {
            retries.incrementAndGet();
            var unused = clock.schedule(() -> attempt(attempt, done), 300, TimeUnit.MILLISECONDS);
        }
    }
}
