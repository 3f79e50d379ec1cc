package org.redress.intake.content.cleaning;

import java.io.BufferedInputStream;
import java.io.DataInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;

/** Reads a file from front to back and tells a file that ends too early from a machine that fails. Not thread-safe. */
final class Source implements AutoCloseable {
    private final DataInputStream in;
    private long position;

    Source(Path file) throws IOException {
        in = new DataInputStream(new BufferedInputStream(Files.newInputStream(file), 64 * 1024));
    }

    /** Reads content that can be marked. */
    Source(InputStream content) {
        in = new DataInputStream(content);
    }

    /** How many bytes were read. */
    long position() {
        return position;
    }

    /** The next byte, 0 to 255; -1 at the end. */
    int next() throws IOException {
        int read = in.read();
        if (read >= 0) {
            position++;
        }
        return read;
    }

    int unsignedByte() throws IOException, UncleanFileException {
        int read = next();
        if (read < 0) {
            throw cut();
        }
        return read;
    }

    /** Two bytes, the larger first. */
    int unsignedShort() throws IOException, UncleanFileException {
        return (unsignedByte() << 8) | unsignedByte();
    }

    /** Four bytes, the largest first. */
    long unsignedInt() throws IOException, UncleanFileException {
        return ((long) unsignedShort() << 16) | unsignedShort();
    }

    /** Four bytes, the smallest first. */
    long unsignedIntLittle() throws IOException, UncleanFileException {
        return Integer.toUnsignedLong(Integer.reverseBytes((int) unsignedInt()));
    }

    /** Exactly that many; callers bound the length. */
    byte[] bytes(int length) throws IOException, UncleanFileException {
        byte[] bytes = new byte[length];
        fill(bytes, length);
        return bytes;
    }

    void fill(byte[] buffer, int length) throws IOException, UncleanFileException {
        try {
            in.readFully(buffer, 0, length);
            position += length;
        } catch (EOFException e) {
            throw cut();
        }
    }

    void skip(long length) throws IOException, UncleanFileException {
        try {
            in.skipNBytes(length);
            position += length;
        } catch (EOFException e) {
            throw cut();
        }
    }

    void copy(long length, OutputStream out) throws IOException, UncleanFileException {
        byte[] buffer = new byte[16 * 1024];
        for (long left = length; left > 0; ) {
            int part = (int) Math.min(left, buffer.length);
            fill(buffer, part);
            out.write(buffer, 0, part);
            left -= part;
        }
    }

    /** Copies what comes before the next byte of this value, and reads that one, too. */
    void copyUntil(int end, OutputStream out) throws IOException, UncleanFileException {
        byte[] ahead = new byte[512];
        while (true) {
            in.mark(ahead.length);
            int read = in.read(ahead);
            if (read < 0) {
                throw cut();
            }
            int before = indexOf(ahead, read, (byte) end);
            out.write(ahead, 0, before);
            position += before;
            if (before < read) {
                in.reset();
                in.skipNBytes(before + 1L);
                position++;
                return;
            }
        }
    }

    @Override
    public void close() throws IOException {
        in.close();
    }

    private static int indexOf(byte[] bytes, int length, byte wanted) {
        int at = 0;
        while (at < length && bytes[at] != wanted) {
            at++;
        }
        return at;
    }

    private static UncleanFileException cut() {
        return UncleanFileException.damaged("ends too early");
    }
}
