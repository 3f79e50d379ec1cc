package org.redress.intake.content.cleaning;

import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import org.redress.intake.content.RefusalReason;

/** Boxes as they lie in a file, read and overwritten in place. Not thread-safe. */
final class IsoFile implements AutoCloseable {
    private static final int MOST_BOXES = 200_000;

    private final RandomAccessFile file;
    private int boxes;

    IsoFile(Path path) throws IOException {
        file = new RandomAccessFile(path.toFile(), "rw");
    }

    /**
     * A box.
     *
     * @param content where its content begins
     * @param end where the next one begins
     */
    record Box(String name, long start, long content, long end) {}

    long length() throws IOException {
        return file.length();
    }

    int unsignedByte(long at) throws IOException {
        file.seek(at);
        return file.readUnsignedByte();
    }

    int unsignedShort(long at) throws IOException {
        file.seek(at);
        return file.readUnsignedShort();
    }

    /** The box that begins there, within what ends there. */
    Box box(long at, long to) throws UncleanFileException, IOException {
        if (++boxes > MOST_BOXES) {
            throw new UncleanFileException(RefusalReason.TOO_COMPLEX, "too many boxes");
        }
        if (to - at < 8) {
            throw UncleanFileException.damaged("bytes between boxes");
        }
        file.seek(at);
        long length = Integer.toUnsignedLong(file.readInt());
        byte[] name = new byte[4];
        file.readFully(name);
        long content = at + 8;
        if (length == 1 && to - at >= 16) {
            length = file.readLong();
            content = at + 16;
        } else if (length == 0) {
            length = to - at;
        }
        if (length < content - at || length > to - at) {
            throw UncleanFileException.damaged("a box that is longer than what is around it");
        }
        return new Box(new String(name, StandardCharsets.ISO_8859_1), at, content, at + length);
    }

    /** Four letters. */
    String name(long at) throws IOException {
        file.seek(at);
        byte[] name = new byte[4];
        file.readFully(name);
        return new String(name, StandardCharsets.ISO_8859_1);
    }

    /** Makes a box one that says nothing; its place stays. */
    void blank(Box box) throws IOException {
        file.seek(box.start() + 4);
        file.write("free".getBytes(StandardCharsets.ISO_8859_1));
        zeros(box.content(), box.end());
    }

    /** Writes zeros. */
    void zeros(long from, long to) throws IOException {
        byte[] zeros = new byte[(int) Math.min(64 * 1024, Math.max(0, to - from))];
        file.seek(from);
        for (long at = from; at < to; at += zeros.length) {
            file.write(zeros, 0, (int) Math.min(zeros.length, to - at));
        }
    }

    @Override
    public void close() throws IOException {
        file.close();
    }
}
