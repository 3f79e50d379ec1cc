package org.redress.intake.content;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.io.ByteArrayInputStream;
import java.io.DataInputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Against a daemon that behaves, and that misbehaves. */
@Timeout(20)
class ClamdTest {
    private static final Duration TIMEOUT = Duration.ofMillis(300);
    private static final byte[] FILE = new byte[30_000_000];
    private static final CountDownLatch DONE = new CountDownLatch(1);

    /** What a daemon does with one connection. */
    interface Daemon {
        void serve(Socket connection) throws IOException, InterruptedException;
    }

    @AfterAll
    static void end() {
        DONE.countDown();
    }

    @Test
    void believesAClearAnswer() throws IOException {
        assertThat(scan(connection -> {
                    assertThat(received(connection)).isEqualTo(FILE.length);
                    say(connection, "stream: OK\0");
                }))
                .isFalse();
        assertThat(scan(connection -> {
                    received(connection);
                    say(connection, "stream: Eicar-Test-Signature FOUND\0");
                }))
                .isTrue();
    }

    static Stream<Arguments> badDaemons() {
        return Stream.of(
                daemon("says that the file is too large, and hangs up", connection -> {
                    connection.getInputStream().readNBytes(100_000);
                    say(connection, "INSTREAM size limit exceeded. ERROR\0");
                }),
                daemon("says an error", connection -> {
                    received(connection);
                    say(connection, "stream: lstat() failed. ERROR\0");
                }),
                daemon("hangs up at once", connection -> {}),
                daemon("hangs up before it answers", ClamdTest::received),
                daemon("says OK to half of the file", connection -> {
                    connection.getInputStream().readNBytes(100_000);
                    say(connection, "stream: OK\0");
                }),
                daemon("says nothing", connection -> {
                    received(connection);
                    connection.getInputStream().read();
                }),
                daemon("does not read", connection -> DONE.await()),
                daemon("never ends its answer", connection -> {
                    received(connection);
                    say(connection, "stream: ".repeat(2000));
                }),
                daemon("speaks of another file", connection -> {
                    received(connection);
                    say(connection, "/etc/passwd: OK\0");
                }));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("badDaemons")
    void takesNothingElseForAnAnswer(String name, Daemon daemon) {
        assertThatExceptionOfType(IOException.class).isThrownBy(() -> scan(daemon));
    }

    @Test
    void hasNoAnswerWhereNobodyListens() throws IOException {
        int port;
        try (var closed = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            port = closed.getLocalPort();
        }
        assertThatExceptionOfType(IOException.class)
                .isThrownBy(() -> new Clamd("localhost", port, TIMEOUT).isHarmful(new ByteArrayInputStream(FILE)));
    }

    private static boolean scan(Daemon daemon) throws IOException {
        try (var server = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            var thread = new Thread(() -> {
                try (Socket connection = server.accept()) {
                    daemon.serve(connection);
                } catch (IOException | InterruptedException e) {
                    // The other side hung up, or the test is over.
                }
            });
            thread.start();
            return new Clamd("localhost", server.getLocalPort(), TIMEOUT).isHarmful(new ByteArrayInputStream(FILE));
        }
    }

    private static int received(Socket connection) throws IOException {
        var in = new DataInputStream(connection.getInputStream());
        assertThat(new String(in.readNBytes(10), StandardCharsets.US_ASCII)).isEqualTo("zINSTREAM\0");
        int all = 0;
        for (int length = in.readInt(); length > 0; length = in.readInt()) {
            in.readFully(new byte[length]);
            all += length;
        }
        return all;
    }

    private static void say(Socket connection, String answer) throws IOException {
        OutputStream out = connection.getOutputStream();
        out.write(answer.getBytes(StandardCharsets.US_ASCII));
        out.flush();
    }

    private static Arguments daemon(String name, Daemon daemon) {
        return Arguments.of(name, daemon);
    }
}
