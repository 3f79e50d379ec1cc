package org.redress.intake.content;

import java.io.ByteArrayOutputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.SocketTimeoutException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/**
 * ClamAV's daemon over TCP, by its command {@code INSTREAM}: one connection a file. Whatever is no clear answer is none.
 * The whole of a file may take three times as long as the time limit; the daemon is asked in chunks so that a limit of its
 * own for the size shows at once.
 */
final class Clamd implements VirusScan {
    private static final int CHUNK = 64 * 1024;
    private static final int LONGEST_ANSWER = 4096;
    private static final String CLEAN = "stream: OK";
    private static final String PREFIX = "stream: ";
    private static final String FOUND = " FOUND";

    private final String host;
    private final int port;
    private final Duration timeout;

    Clamd(String host, int port, Duration timeout) {
        this.host = host;
        this.port = port;
        this.timeout = timeout;
    }

    @Override
    public boolean isHarmful(InputStream content) throws IOException {
        try (var socket = new Socket()) {
            hangUpAfter(timeout.multipliedBy(3), socket);
            int millis = Math.toIntExact(timeout.toMillis());
            socket.connect(new InetSocketAddress(host, port), millis);
            socket.setSoTimeout(millis);
            IOException unsent = send(content, socket);
            String answer = answer(socket.getInputStream(), System.nanoTime() + timeout.toNanos());
            if (answer.startsWith(PREFIX) && answer.endsWith(FOUND)) {
                return true;
            }
            if (unsent == null && answer.equals(CLEAN)) {
                return false;
            }
            throw new IOException("the scanner did not say whether the file is clean", unsent);
        }
    }

    /** A daemon that stops reading would hold the writer for ever: there is no time limit on writing. */
    private static void hangUpAfter(Duration limit, Socket socket) {
        CompletableFuture.delayedExecutor(limit.toMillis(), TimeUnit.MILLISECONDS)
                .execute(() -> {
                    try {
                        socket.close();
                    } catch (IOException e) {
                        // It is closed then.
                    }
                });
    }

    /** The daemon may say what it found, or that there was too much, and hang up before everything was sent. */
    private static @Nullable IOException send(InputStream content, Socket socket) {
        byte[] buffer = new byte[CHUNK];
        try {
            var out = new DataOutputStream(socket.getOutputStream());
            out.write("zINSTREAM\0".getBytes(StandardCharsets.US_ASCII));
            for (int count = content.read(buffer); count >= 0; count = content.read(buffer)) {
                if (count > 0) {
                    out.writeInt(count);
                    out.write(buffer, 0, count);
                }
            }
            out.writeInt(0);
            out.flush();
            return null;
        } catch (IOException e) {
            return e;
        }
    }

    private static String answer(InputStream in, long until) throws IOException {
        var answer = new ByteArrayOutputStream();
        for (int read = in.read(); read > 0; read = in.read()) {
            answer.write(read);
            if (answer.size() > LONGEST_ANSWER) {
                throw new IOException("the scanner's answer does not end");
            }
            if (System.nanoTime() - until > 0) {
                throw new SocketTimeoutException("the scanner's answer takes too long");
            }
        }
        return answer.toString(StandardCharsets.US_ASCII).strip();
    }
}
