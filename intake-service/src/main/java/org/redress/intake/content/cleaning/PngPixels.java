package org.redress.intake.content.cleaning;

import java.io.IOException;
import java.io.OutputStream;
import java.util.zip.CRC32;
import java.util.zip.DataFormatException;
import java.util.zip.Deflater;
import java.util.zip.Inflater;

/**
 * The pixels of one PNG on their way from its file to the copy: unpacked, counted against the header, packed. What a file
 * has beyond the pixels that its header names is left out. Not thread-safe.
 */
final class PngPixels implements AutoCloseable {
    private static final int IDAT = 0x49444154;
    private static final int BUFFER = 32 * 1024;
    /** Screenshots get hardly smaller beyond it, only slower. */
    private static final int LEVEL = 4;

    private final OutputStream out;
    private final long[][] rows;
    private final Inflater inflater = new Inflater();
    private final Deflater deflater = new Deflater(LEVEL);
    private final byte[] packed = new byte[BUFFER];
    private final byte[] unpacked = new byte[BUFFER];
    private final byte[] repacked = new byte[BUFFER];
    private CRC32 checksum = new CRC32();
    private int pass;
    private long row;
    private long leftOfRow;

    PngPixels(PngHeader header, OutputStream out) {
        this.out = out;
        rows = header.rows();
        skipEmptyPasses();
    }

    /** Takes one chunk of packed pixels. */
    void take(Source in, int length) throws UncleanFileException, IOException {
        checksum = PngChunks.checksum(IDAT);
        for (int left = length; left > 0; ) {
            int part = Math.min(left, BUFFER);
            in.fill(packed, part);
            checksum.update(packed, 0, part);
            unpack(part);
            left -= part;
        }
    }

    /** The checksum of the chunk that was taken last. */
    CRC32 checksum() {
        return checksum;
    }

    /** All pixels came; writes what is left to write. */
    void requireAll() throws UncleanFileException, IOException {
        if (pass < rows.length) {
            throw UncleanFileException.damaged("PNG with fewer pixels than it says");
        }
        deflater.finish();
        while (!deflater.finished()) {
            writePacked();
        }
    }

    @Override
    public void close() {
        inflater.end();
        deflater.end();
    }

    private void unpack(int length) throws UncleanFileException, IOException {
        inflater.setInput(packed, 0, length);
        try {
            while (pass < rows.length && !inflater.finished()) {
                int count = inflater.inflate(unpacked);
                if (count == 0) {
                    break;
                }
                pack(count(count));
            }
        } catch (DataFormatException e) {
            throw UncleanFileException.damaged("PNG whose pixels cannot be unpacked");
        }
        if (inflater.needsDictionary()) {
            throw UncleanFileException.damaged("PNG that needs what it has not");
        }
    }

    /** How many of the unpacked bytes are pixels that the header names. */
    private int count(int length) throws UncleanFileException {
        int at = 0;
        while (at < length && pass < rows.length) {
            if (leftOfRow == 0) {
                if (unpacked[at] < 0 || unpacked[at] > 4) {
                    throw UncleanFileException.damaged("PNG with an unknown filter");
                }
                leftOfRow = rows[pass][1];
                at++;
            }
            int part = (int) Math.min(leftOfRow, length - at);
            at += part;
            leftOfRow -= part;
            if (leftOfRow == 0 && ++row == rows[pass][0]) {
                row = 0;
                pass++;
                skipEmptyPasses();
            }
        }
        return at;
    }

    private void skipEmptyPasses() {
        while (pass < rows.length && rows[pass][0] == 0) {
            pass++;
        }
    }

    private void pack(int length) throws IOException {
        deflater.setInput(unpacked, 0, length);
        while (!deflater.needsInput()) {
            writePacked();
        }
    }

    private void writePacked() throws IOException {
        int count = deflater.deflate(repacked);
        if (count > 0) {
            PngChunks.write(out, IDAT, repacked, count);
        }
    }
}
