package org.redress.console.frontdoor;

import io.restassured.RestAssured;
import java.io.IOException;
import java.io.OutputStream;
import java.net.Socket;
import java.nio.charset.StandardCharsets;

/** A client that sends what no well-behaved client would. */
final class RawConnection implements AutoCloseable {
    private final Socket socket;

    RawConnection() throws IOException {
        socket = new Socket("localhost", port());
        socket.setSoTimeout(15_000);
    }

    /** Where the front door listens in this test; known to REST Assured, which the test framework sets up. */
    static int port() {
        return RestAssured.port;
    }

    OutputStream out() throws IOException {
        return socket.getOutputStream();
    }

    /** Sends text as it is and reads until the other side closes. */
    String exchange(String text) throws IOException {
        send(text);
        return readAll();
    }

    void send(String text) throws IOException {
        out().write(text.getBytes(StandardCharsets.ISO_8859_1));
        out().flush();
    }

    String readAll() throws IOException {
        return new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    }

    /** Reads until a text has come. */
    String readUntil(String end) throws IOException {
        var read = new StringBuilder();
        while (read.indexOf(end) < 0) {
            int next = socket.getInputStream().read();
            if (next < 0) {
                throw new IOException("closed after: " + read);
            }
            read.append((char) next);
        }
        return read.toString();
    }

    @Override
    public void close() throws IOException {
        socket.close();
    }
}
