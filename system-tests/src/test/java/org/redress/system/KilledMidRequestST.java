package org.redress.system;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.Test;
import org.redress.launcher.Redress;

/** Whoever waits for a service that is killed is told so by the front door, and soon. */
class KilledMidRequestST {
    private static final String PLATFORM = "qihui";
    private static final int CALLERS = 8;
    private static final int KILLS = 3;
    private static final Duration SOON = Duration.ofSeconds(5);

    private final Redress redress = RunningSystem.redress();
    private final Client client = RunningSystem.client();
    private final AtomicBoolean over = new AtomicBoolean();

    /** What one call came to; status 0 is no answer at all. */
    private record Told(int status, Duration after, String body) {}

    @Test
    void aKillInTheMiddleIsAnsweredAtOnce() throws Exception {
        var told = new ConcurrentLinkedQueue<Told>();
        var threads = Executors.newFixedThreadPool(CALLERS);
        List<Future<?>> callers = new ArrayList<>();
        try {
            for (int i = 0; i < CALLERS; i++) {
                callers.add(threads.submit(() -> callOnAndOn(told)));
            }
            for (int kill = 0; kill < KILLS; kill++) {
                int before = told.size();
                await().atMost(Duration.ofMinutes(1)).until(() -> told.size() > before + 10 * CALLERS);
                redress.service("intake").restart();
            }
        } finally {
            over.set(true);
        }
        for (Future<?> caller : callers) {
            caller.get();
        }
        threads.shutdown();
        assertThat(told).as("kills that somebody met").anyMatch(one -> one.status() >= 502);
        assertThat(told).allSatisfy(one -> {
            assertThat(one.status()).as(one.body()).isIn(201, 502, 503);
            // What succeeds right after a start may take a while; what fails has nothing to wait for.
            assertThat(one.status() == 201 || one.after().compareTo(SOON) < 0)
                    .as("%s after %s", one.status(), one.after())
                    .isTrue();
        });
    }

    private void callOnAndOn(ConcurrentLinkedQueue<Told> told) {
        while (!over.get()) {
            String me = "u-" + UUID.randomUUID();
            String token = client.token("complainant", PLATFORM, me);
            ObjectNode filing = Client.complaint(PLATFORM, me, "I paid for a game card and never got the code");
            Instant begun = Instant.now();
            var answer = client.post("/api/v1/complaints", token, filing);
            told.add(new Told(
                    answer.status(),
                    Duration.between(begun, Instant.now()),
                    answer.body().toString()));
        }
    }
}
