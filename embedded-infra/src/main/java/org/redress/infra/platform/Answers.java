package org.redress.infra.platform;

import com.fasterxml.jackson.databind.node.ObjectNode;
import com.sun.net.httpserver.HttpExchange;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Iterator;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/** How an answer comes over the wire, good or not. */
final class Answers implements AutoCloseable {
    private final CountDownLatch closing = new CountDownLatch(1);

    /** Ends what hangs and trickles. */
    @Override
    public void close() {
        closing.countDown();
    }

    /** Answers a call whose effect is had; null is not there. */
    void answer(HttpExchange call, Mood mood, int status, @Nullable ObjectNode body)
            throws IOException, InterruptedException {
        switch (mood) {
            case GOOD, ACCEPT, REFUSE -> body(call, status, body);
            case BUSY -> write(call, 429, "{}");
            case BUSY_FOR_A_SECOND -> busy(call);
            case ERROR_BEFORE -> write(call, 503, "{}");
            case ERROR -> write(call, 500, "{}");
            case REDIRECT -> redirect(call);
            case CUT -> {}
            case HANG -> closing.await(10, TimeUnit.SECONDS);
            case TRICKLE -> trickle(call);
            case GARBAGE -> write(call, 200, "<html>\u0000");
            case NO_OBJECT -> write(call, 200, "[1, 2]");
            case FLOOD -> flood(call);
            case OTHER_ID -> body(call, status, body == null ? null : otherId(body));
            case OTHER_AMOUNT -> body(call, status, body == null ? null : body.put("amount", "0.01"));
            case NO_PROOF -> body(call, status, body == null ? null : body.put("reference", ""));
        }
    }

    /** The first field of an answer is whom it is about. */
    private static ObjectNode otherId(ObjectNode body) {
        for (Iterator<String> names = body.fieldNames(); names.hasNext(); ) {
            String name = names.next();
            if (name.equals("remedyOrderId") || name.equals("freezeId") || name.equals("orderNo")) {
                return body.deepCopy().put(name, "somebody-elses");
            }
        }
        return body;
    }

    private void body(HttpExchange call, int status, @Nullable ObjectNode body) throws IOException {
        write(call, body == null ? 404 : status, body == null ? "{}" : body.toString());
    }

    private void redirect(HttpExchange call) throws IOException {
        call.getResponseHeaders().add("Location", "/platforms/elsewhere/orders/1");
        write(call, 302, "");
    }

    private void busy(HttpExchange call) throws IOException {
        call.getResponseHeaders().add("Retry-After", "1");
        write(call, 429, "{}");
    }

    private void trickle(HttpExchange call) throws IOException, InterruptedException {
        call.sendResponseHeaders(200, 1000);
        OutputStream out = call.getResponseBody();
        for (int i = 0; i < 1000 && !closing.await(100, TimeUnit.MILLISECONDS); i++) {
            out.write(' ');
            out.flush();
        }
    }

    private static void flood(HttpExchange call) throws IOException {
        byte[] block = new byte[64 * 1024];
        call.sendResponseHeaders(200, 0);
        for (int i = 0; i < 16 * 1024; i++) {
            call.getResponseBody().write(block);
        }
    }

    void write(HttpExchange call, int status, String body) throws IOException {
        byte[] bytes = body.getBytes(StandardCharsets.UTF_8);
        call.getResponseHeaders().add("Content-Type", "application/json");
        call.sendResponseHeaders(status, bytes.length == 0 ? -1 : bytes.length);
        call.getResponseBody().write(bytes);
    }
}
