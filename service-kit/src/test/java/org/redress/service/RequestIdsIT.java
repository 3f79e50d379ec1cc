package org.redress.service;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.logging.Handler;
import java.util.logging.LogRecord;
import java.util.logging.Logger;
import org.jboss.logging.MDC;
import org.jboss.logmanager.ExtLogRecord;
import org.jspecify.annotations.NullUnmarked;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.redress.infra.RedressInfra;

/** Every log line of a request carries its id, and no other line does. */
@QuarkusTest
@WithTestResource(RedressInfra.class)
@NullUnmarked
class RequestIdsIT {
    private static final Logger NOTES = Logger.getLogger(NoteResource.class.getName());

    @Inject
    ExecutorService workers;

    private final Map<String, List<String>> idsOfThreads = new ConcurrentHashMap<>();
    private final Handler listener = new Handler() {
        @Override
        public void publish(LogRecord line) {
            String id = String.valueOf(((ExtLogRecord) line).getMdc("requestId"));
            idsOfThreads
                    .computeIfAbsent(Thread.currentThread().getName(), thread -> new ArrayList<>())
                    .add(id);
        }

        @Override
        public void flush() {}

        @Override
        public void close() {}
    };

    @BeforeEach
    void listen() {
        NOTES.addHandler(listener);
    }

    @AfterEach
    void leave() {
        NOTES.removeHandler(listener);
    }

    @ParameterizedTest
    @ValueSource(strings = {"/api/notes/logged", "/api/notes/logged-at-once"})
    void linesOfManyRequestsAtOnceEachCarryTheirOwn(String path) throws Exception {
        var asked = new HashMap<String, String>();
        var clients = Executors.newFixedThreadPool(8);
        try {
            List<Callable<Void>> requests = new ArrayList<>();
            for (int i = 0; i < 100; i++) {
                String id = "request-" + i;
                asked.put(id, path);
                requests.add(() -> {
                    given().header("X-Request-Id", id).get(path).then().statusCode(200);
                    return null;
                });
            }
            for (var done : clients.invokeAll(requests)) {
                done.get();
            }
        } finally {
            clients.shutdown();
        }
        assertThat(lines()).containsExactlyInAnyOrderElementsOf(asked.keySet());
    }

    @Test
    void aRequestWithoutAnIdGetsOneThatItsLinesAndItsAnswerShare() {
        String answered = given().get("/api/notes/logged").header("X-Request-Id");

        assertThat(answered).hasSize(36);
        assertThat(lines()).containsExactly(answered);
    }

    @ParameterizedTest
    @ValueSource(strings = {"/api/notes/logged", "/api/notes/logged-at-once", "/api/notes/7"})
    void afterARequestItsThreadsCarryNoId(String path) throws Exception {
        given().header("X-Request-Id", "left-behind").get(path);

        int threads = 30;
        var all = new CountDownLatch(threads);
        List<Callable<Object>> looks = new ArrayList<>();
        for (int i = 0; i < threads; i++) {
            looks.add(() -> {
                all.countDown();
                all.await();
                return String.valueOf(MDC.get("requestId"));
            });
        }
        for (var seen : workers.invokeAll(looks)) {
            assertThat(seen.get()).isEqualTo("null");
        }
    }

    private List<String> lines() {
        return idsOfThreads.values().stream().flatMap(List::stream).toList();
    }
}
