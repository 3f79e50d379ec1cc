package org.redress.intake.evidence;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.time.Duration;

/**
 * The body of an upload, bound in length and time. What stays silent is cut off by the server; this stops what only
 * trickles, and what never ends.
 */
final class UploadBody extends FilterInputStream {
    private final long begun = System.nanoTime();
    private final long patience;
    private final long longest;
    private long length;

    UploadBody(InputStream body, long longest, Duration patience) {
        super(body);
        this.longest = longest;
        this.patience = patience.toNanos();
    }

    @Override
    public int read() throws IOException {
        requireTime();
        int read = super.read();
        count(read < 0 ? 0 : 1);
        return read;
    }

    @Override
    public int read(byte[] bytes, int offset, int size) throws IOException {
        requireTime();
        int read = super.read(bytes, offset, size);
        count(Math.max(0, read));
        return read;
    }

    /**
     * Takes in what is left, as far as the bounds let it, so that a client that sends before it reads gets to read why it
     * was refused.
     */
    void drain() {
        try {
            transferTo(OutputStream.nullOutputStream());
        } catch (IOException | RefusedUploadException e) {
            // Gone, or too much: nobody reads the answer.
        }
    }

    private void count(int read) {
        length += read;
        if (length > longest) {
            throw RefusedUploadException.of(Refused.FILE_TOO_LARGE, longest);
        }
    }

    private void requireTime() {
        if (System.nanoTime() - begun > patience) {
            throw RefusedUploadException.of(Refused.TOO_SLOW, Duration.ofNanos(patience));
        }
    }
}
