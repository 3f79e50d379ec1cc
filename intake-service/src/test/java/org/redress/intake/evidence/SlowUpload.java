package org.redress.intake.evidence;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.UUID;
import org.redress.infra.RedressInfra;

/** An upload over a bare socket, sent bit by bit from one small buffer, so that it can stop or end anywhere. */
final class SlowUpload implements AutoCloseable {
    private static final String BOUNDARY = "slow-upload";

    private final Socket socket;
    private final OutputStream out;
    private final byte[] buffer = new byte[64 * 1024];

    /**
     * Sends the head of a request and of its file part.
     *
     * @param length of the file, announced; negative: the body comes in chunks
     */
    SlowUpload(int port, String platform, String subject, String complaint, String kind, long length)
            throws IOException {
        socket = new Socket("localhost", port);
        socket.setSoTimeout(120_000);
        out = socket.getOutputStream();
        String before = "--" + BOUNDARY + "\r\nContent-Disposition: form-data; name=\"kind\"\r\n\r\n" + kind + "\r\n--"
                + BOUNDARY + "\r\nContent-Disposition: form-data; name=\"file\"; filename=\"a.mp4\"\r\n\r\n";
        long all = before.length() + length + end().length();
        write("POST " + Uploads.address(complaint) + " HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n"
                + "Authorization: Bearer " + RedressInfra.token("complainant", platform, subject) + "\r\n"
                + "Idempotency-Key: " + UUID.randomUUID() + "\r\n"
                + "Content-Type: multipart/form-data; boundary=" + BOUNDARY + "\r\n"
                + "Content-Length: " + all + "\r\n\r\n"
                + before);
    }

    private static String end() {
        return "\r\n--" + BOUNDARY + "--\r\n";
    }

    void write(String text) throws IOException {
        write(text.getBytes(StandardCharsets.ISO_8859_1));
    }

    void write(byte[] bytes) throws IOException {
        out.write(bytes);
        out.flush();
    }

    /** Sends so many bytes of noise. */
    void noise(long length, long seed) throws IOException {
        long state = seed | 1;
        for (long sent = 0; sent < length; ) {
            for (int i = 0; i < buffer.length; i++) {
                state = state * 6364136223846793005L + 1442695040888963407L;
                buffer[i] = (byte) (state >>> 56);
            }
            int part = (int) Math.min(buffer.length, length - sent);
            out.write(buffer, 0, part);
            sent += part;
        }
        out.flush();
    }

    /** Ends the form. */
    void end(boolean well) throws IOException {
        if (well) {
            write(end());
        }
    }

    /** Whether the answer has begun to arrive. */
    boolean answered() throws IOException {
        return socket.getInputStream().available() > 0;
    }

    /** The whole answer, head and body. */
    String answer() throws IOException {
        InputStream in = socket.getInputStream();
        byte[] bytes = new byte[256 * 1024];
        int length = 0;
        for (int read = in.read(bytes); read >= 0; read = in.read(bytes, length, bytes.length - length)) {
            length += read;
        }
        return new String(Arrays.copyOf(bytes, length), StandardCharsets.UTF_8);
    }

    /** Goes away, in the middle or at the end. */
    @Override
    public void close() throws IOException {
        socket.close();
    }
}
