package org.redress.intake.remedy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import io.quarkus.test.common.QuarkusTestResourceLifecycleManager;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.Random;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/**
 * A platform's backend that misbehaves as told. It keeps what it carried out, and unlike a good one it carries an order out
 * again when it comes again, so that a needless second order shows.
 */
public final class FakeRemedyPlatform implements QuarkusTestResourceLifecycleManager {
    /** What it does with the next calls, one each; good when nothing is left. */
    enum Mood {
        GOOD,
        ACCEPT,
        REFUSE,
        BUSY,
        ERROR_BEFORE,
        ERROR_AFTER,
        CUT_AFTER,
        HANG_AFTER,
        GARBAGE_AFTER,
        OTHER_ID_AFTER,
        OTHER_AMOUNT_AFTER,
        NO_PROOF_AFTER
    }

    private static final List<Mood> UNCLEAR = List.of(
            Mood.BUSY,
            Mood.ERROR_BEFORE,
            Mood.ERROR_AFTER,
            Mood.CUT_AFTER,
            Mood.HANG_AFTER,
            Mood.GARBAGE_AFTER,
            Mood.OTHER_ID_AFTER,
            Mood.OTHER_AMOUNT_AFTER,
            Mood.NO_PROOF_AFTER);

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final List<JsonNode> EXECUTED = new CopyOnWriteArrayList<>();
    private static final Map<String, ObjectNode> KNOWN = new ConcurrentHashMap<>();
    private static final Queue<Mood> ON_SENDING = new ConcurrentLinkedQueue<>();
    private static final Queue<Mood> ON_LOOK_UP = new ConcurrentLinkedQueue<>();
    private static final CountDownLatch CLOSING = new CountDownLatch(1);
    private static volatile @Nullable Random chaos;
    private static volatile @Nullable Mood always;
    private static volatile boolean takesBack = true;
    private @Nullable HttpServer server;

    static void onSending(Mood... moods) {
        ON_SENDING.addAll(List.of(moods));
    }

    static void onLookUps(Mood... moods) {
        ON_LOOK_UP.addAll(List.of(moods));
    }

    /** From now on it does this with whatever is sent. */
    static void always(Mood mood) {
        always = mood;
    }

    /** From now on two of three calls end unclear. */
    static void chaos(long seed) {
        chaos = new Random(seed);
    }

    /** It knows no cancellation. */
    static void takesNothingBack() {
        takesBack = false;
    }

    static void beGood() {
        chaos = null;
        always = null;
        takesBack = true;
        ON_SENDING.clear();
        ON_LOOK_UP.clear();
    }

    /** Carries out an order that it accepted, or that came before. */
    static void carriesOut(String id, String amount) {
        ObjectNode order = KNOWN.computeIfAbsent(
                id, key -> JSON.createObjectNode().put("remedyOrderId", id).put("amount", amount));
        execute(order);
    }

    /** What was carried out under that id. */
    static List<JsonNode> executed(String id) {
        return EXECUTED.stream()
                .filter(order -> order.path("remedyOrderId").asText().equals(id))
                .toList();
    }

    static String state(String id) {
        ObjectNode known = KNOWN.get(id);
        return known == null ? "ABSENT" : known.path("state").asText();
    }

    @Override
    public Map<String, String> start() {
        HttpServer started;
        try {
            started = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 50);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        started.setExecutor(Executors.newCachedThreadPool());
        started.createContext("/", FakeRemedyPlatform::answer);
        started.start();
        server = started;
        // Faster than in life, so that retries show within a test.
        return Map.of(
                "redress.intake.selling-platform.url",
                        "http://localhost:" + started.getAddress().getPort(),
                "redress.intake.selling-platform.answer-timeout", "PT0.5S",
                "redress.intake.selling-platform.breaker-pause", "PT0.3S",
                "redress.intake.selling-platform.at-once", "8",
                "redress.intake.remedy.first-pause", "PT0.05S",
                "redress.intake.remedy.longest-pause", "PT0.3S",
                "redress.intake.remedy.accepted-pause", "PT0.3S",
                "redress.intake.remedy.claim", "PT3S",
                "redress.intake.remedy.poll", "PT0.2S",
                "redress.intake.remedy.workers", "8");
    }

    @Override
    public void stop() {
        CLOSING.countDown();
        if (server != null) {
            server.stop(0);
        }
    }

    private static void answer(HttpExchange call) throws IOException {
        try (call) {
            byte[] body = call.getRequestBody().readAllBytes();
            String[] path = call.getRequestURI().getPath().split("/");
            if (!path[3].equals("remedies")) {
                write(call, 200, order(path[4], call.getRequestURI().getQuery()));
                return;
            }
            boolean sent = call.getRequestMethod().equals("POST");
            Mood mood = mood(sent);
            if (mood == Mood.BUSY || mood == Mood.ERROR_BEFORE) {
                write(call, mood == Mood.BUSY ? 429 : 503, "{}");
                return;
            }
            boolean cancels = sent && path.length == 6;
            String id = sent && !cancels ? take(body, mood) : path[4];
            if (cancels && !takesBack) {
                write(call, 405, "{}");
                return;
            }
            if (cancels) {
                leave(id);
            }
            end(call, mood, KNOWN.get(id), sent);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /** Every order is paid with a hundred, by whoever asks. */
    private static String order(String orderNo, String query) {
        return JSON.createObjectNode()
                .put("orderNo", orderNo)
                .put("account", query.replaceAll("(.*&)?account=", "").replaceAll("&.*", ""))
                .put("state", "PAID")
                .put("amount", "100.00")
                .put("currency", "CNY")
                .put("paidAt", "2026-11-20T08:00:00Z")
                .toString();
    }

    private static Mood mood(boolean sent) {
        Mood told = (sent ? ON_SENDING : ON_LOOK_UP).poll();
        Mood fixed = always;
        Random random = chaos;
        if (told != null) {
            return told;
        }
        if (fixed != null) {
            return sent ? fixed : Mood.GOOD;
        }
        if (random != null) {
            synchronized (random) {
                boolean well = random.nextInt(3) == 0;
                return well
                        ? (random.nextBoolean() ? Mood.GOOD : Mood.ACCEPT)
                        : UNCLEAR.get(random.nextInt(UNCLEAR.size()));
            }
        }
        return Mood.GOOD;
    }

    /** Takes an order; one that came already is carried out again. */
    private static String take(byte[] body, Mood mood) throws IOException {
        ObjectNode order = (ObjectNode) JSON.readTree(body);
        String id = order.path("remedyOrderId").asText();
        synchronized (KNOWN) {
            ObjectNode before = KNOWN.putIfAbsent(id, order);
            if (before != null && before.path("state").asText().equals("CANCELLED")) {
                return id;
            }
            if (mood == Mood.REFUSE) {
                order.put("state", "REFUSED").put("reason", "ACCOUNT_CLOSED");
            } else if (mood == Mood.ACCEPT) {
                order.put("state", "ACCEPTED");
            } else {
                execute(order);
            }
            KNOWN.put(id, order);
        }
        return id;
    }

    private static void leave(String id) {
        synchronized (KNOWN) {
            ObjectNode known =
                    KNOWN.computeIfAbsent(id, key -> JSON.createObjectNode().put("remedyOrderId", id));
            if (!known.path("state").asText().equals("EXECUTED")) {
                known.put("state", "CANCELLED");
            }
        }
    }

    private static void execute(ObjectNode order) {
        synchronized (KNOWN) {
            order.put("state", "EXECUTED")
                    .put(
                            "reference",
                            "RM-" + order.path("remedyOrderId").asText().substring(24))
                    .put("executedAt", "2026-11-22T08:00:00+08:00")
                    .put("receiptSha256", "ab".repeat(32));
            EXECUTED.add(order.deepCopy());
        }
    }

    private static void end(HttpExchange call, Mood mood, @Nullable ObjectNode known, boolean sent)
            throws IOException, InterruptedException {
        switch (mood) {
            case ERROR_AFTER -> write(call, 500, "{}");
            case CUT_AFTER -> call.getHttpContext().getServer().getAddress();
            case HANG_AFTER -> CLOSING.await(2, TimeUnit.SECONDS);
            case GARBAGE_AFTER -> write(call, 200, "<html>\u0000");
            case OTHER_ID_AFTER -> write(call, 200, "{\"remedyOrderId\": \"somebody-elses\", \"state\": \"EXECUTED\"}");
            case OTHER_AMOUNT_AFTER -> written(call, known, "amount", "0.01");
            case NO_PROOF_AFTER -> written(call, known, "reference", "");
            default -> {
                // What was accepted is carried out by the time somebody looks.
                if (!sent
                        && chaos != null
                        && known != null
                        && known.path("state").asText().equals("ACCEPTED")) {
                    execute(known);
                }
                write(call, known == null ? 404 : 200, known == null ? "{}" : known.toString());
            }
        }
    }

    private static void written(HttpExchange call, @Nullable ObjectNode known, String field, String value)
            throws IOException {
        write(
                call,
                known == null ? 404 : 200,
                known == null ? "{}" : known.deepCopy().put(field, value).toString());
    }

    private static void write(HttpExchange call, int status, String body) throws IOException {
        byte[] bytes = body.getBytes(StandardCharsets.UTF_8);
        call.getResponseHeaders().add("Content-Type", "application/json");
        call.sendResponseHeaders(status, bytes.length);
        call.getResponseBody().write(bytes);
    }
}
