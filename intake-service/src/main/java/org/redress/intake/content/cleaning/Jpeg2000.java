package org.redress.intake.content.cleaning;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Set;

/**
 * The boxes and segments of one JPEG 2000 picture (ISO/IEC 15444-1), in memory: what its pixels need stays in its place,
 * all else becomes zeros. Not decoded. Not thread-safe.
 */
final class Jpeg2000 {
    private static final Set<String> OF_THE_FILE = Set.of("jP  ", "ftyp", "rreq", "jp2h", "jp2c");
    private static final Set<String> OF_THE_HEADER = Set.of("ihdr", "bpcc", "colr", "pclr", "cmap", "cdef");
    private static final int START = 0xFF4F;
    private static final int SIZE = 0xFF51;
    private static final int COMMENT = 0xFF64;
    private static final int TILE = 0xFF90;
    private static final int DATA = 0xFF93;
    private static final int END = 0xFFD9;

    private final byte[] bytes;
    private final ByteBuffer numbers;
    private boolean pixels;

    private Jpeg2000(byte[] bytes) {
        this.bytes = bytes;
        this.numbers = ByteBuffer.wrap(bytes);
    }

    /** Blanks what the pixels do not need: XMP, EXIF and other boxes, comments, whatever follows the end. */
    static void blank(byte[] picture) throws UncleanFileException {
        var of = new Jpeg2000(picture);
        if (picture.length >= 2 && of.unsignedShort(0) == START) {
            of.codestream(0, picture.length);
        } else {
            of.boxes(0, picture.length, OF_THE_FILE);
        }
        if (!of.pixels) {
            throw UncleanFileException.damaged("JPEG 2000 without pixels");
        }
    }

    private void boxes(int from, int to, Set<String> needed) throws UncleanFileException {
        for (int at = from; at < to; ) {
            require(to - at >= 8);
            long length = unsignedInt(at);
            int content = at + 8;
            if (length == 1) {
                require(to - at >= 16);
                length = numbers.getLong(content);
                content += 8;
            } else if (length == 0) {
                length = (long) to - at;
            }
            require(length >= content - at && length <= to - at);
            int end = at + (int) length;
            box(at, content, end, needed);
            at = end;
        }
    }

    private void box(int start, int content, int end, Set<String> needed) throws UncleanFileException {
        String name = new String(bytes, start + 4, 4, StandardCharsets.ISO_8859_1);
        if (!needed.contains(name)) {
            System.arraycopy("free".getBytes(StandardCharsets.ISO_8859_1), 0, bytes, start + 4, 4);
            Arrays.fill(bytes, content, end, (byte) 0);
        } else if (name.equals("jp2h")) {
            boxes(content, end, OF_THE_HEADER);
        } else if (name.equals("jp2c")) {
            codestream(content, end);
        } else if (name.equals("jP  ")) {
            require(end - content == 4);
        }
    }

    private void codestream(int from, int to) throws UncleanFileException {
        require(to - from >= 2 && unsignedShort(from) == START);
        int at = segments(from + 2, to, TILE);
        while (at < to && unsignedShort(at) == TILE) {
            require(to - at >= 12);
            long length = unsignedInt(at + 6);
            int end = length == 0 ? to : at + (int) Math.min(length, Integer.MAX_VALUE / 2);
            require(end >= at + 14 && end <= to);
            segments(at + 12, end, DATA);
            pixels = true;
            at = end;
            require(at == to || to - at >= 2);
        }
        // The length of a last part may be left open: it is all that is left.
        require(at == to || unsignedShort(at) == END);
        Arrays.fill(bytes, Math.min(at + 2, to), to, (byte) 0);
    }

    /** Passes over segments, blanking comments. Returns where the one is that ends them. */
    private int segments(int from, int to, int last) throws UncleanFileException {
        int at = from;
        while (true) {
            require(to - at >= 2);
            int marker = unsignedShort(at);
            if (marker == last) {
                return at;
            }
            require(marker > START && marker != END && marker != DATA && to - at >= 4);
            int end = at + 2 + unsignedShort(at + 2);
            require(end >= at + 4 && end <= to);
            if (marker == SIZE) {
                require(end - at >= 22);
                Pixels.requireFew(
                        unsignedInt(at + 6) - unsignedInt(at + 14), unsignedInt(at + 10) - unsignedInt(at + 18));
            } else if (marker == COMMENT) {
                Arrays.fill(bytes, at + 4, end, (byte) 0);
            }
            at = end;
        }
    }

    private int unsignedShort(int at) {
        return numbers.getShort(at) & 0xFFFF;
    }

    private long unsignedInt(int at) {
        return Integer.toUnsignedLong(numbers.getInt(at));
    }

    private static void require(boolean holds) throws UncleanFileException {
        if (!holds) {
            throw UncleanFileException.damaged("JPEG 2000 that cannot be read");
        }
    }
}
