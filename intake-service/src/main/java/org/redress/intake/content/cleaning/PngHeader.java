package org.redress.intake.content.cleaning;

import java.nio.ByteBuffer;

/**
 * What a PNG says of its pixels.
 *
 * @param bitsPerPixel 1 to 64
 */
record PngHeader(long width, long height, int bitsPerPixel, boolean palette, boolean interlaced) {
    private static final int[] CHANNELS_BY_COLOUR = {1, 0, 3, 1, 2, 0, 4};
    /** First column and row, and steps, of the seven passes of an interlaced picture. */
    private static final int[][] PASSES = {
        {0, 0, 8, 8}, {4, 0, 8, 8}, {0, 4, 4, 8}, {2, 0, 4, 4}, {0, 2, 2, 4}, {1, 0, 2, 2}, {0, 1, 1, 2}
    };

    /** The content of an IHDR chunk. */
    static PngHeader of(byte[] chunk) throws UncleanFileException {
        if (chunk.length != 13) {
            throw UncleanFileException.damaged("PNG header of a wrong size");
        }
        ByteBuffer header = ByteBuffer.wrap(chunk);
        long width = Integer.toUnsignedLong(header.getInt());
        long height = Integer.toUnsignedLong(header.getInt());
        int depth = header.get();
        int colour = header.get();
        int interlace = header.get(12);
        if (width == 0 || height == 0 || header.get(10) != 0 || header.get(11) != 0 || interlace < 0 || interlace > 1) {
            throw UncleanFileException.damaged("PNG header of a wrong form");
        }
        Pixels.requireFew(width, height);
        if (!exists(colour, depth)) {
            throw UncleanFileException.damaged("PNG of unknown colours");
        }
        return new PngHeader(width, height, CHANNELS_BY_COLOUR[colour] * depth, colour == 3, interlace == 1);
    }

    /** The rows that follow each other in the file, as pairs of how many and of how many bytes, without filter bytes. */
    long[][] rows() {
        if (!interlaced) {
            return new long[][] {{height, rowBytes(width)}};
        }
        long[][] rows = new long[PASSES.length][];
        for (int i = 0; i < PASSES.length; i++) {
            int[] pass = PASSES[i];
            long columns = Math.max(0, (width - pass[0] + pass[2] - 1) / pass[2]);
            long lines = Math.max(0, (height - pass[1] + pass[3] - 1) / pass[3]);
            rows[i] = new long[] {columns == 0 ? 0 : lines, rowBytes(columns)};
        }
        return rows;
    }

    private long rowBytes(long columns) {
        return (columns * bitsPerPixel + 7) / 8;
    }

    private static boolean exists(int colour, int depth) {
        return switch (colour) {
            case 0 -> depth == 1 || depth == 2 || depth == 4 || depth == 8 || depth == 16;
            case 3 -> depth == 1 || depth == 2 || depth == 4 || depth == 8;
            case 2, 4, 6 -> depth == 8 || depth == 16;
            default -> false;
        };
    }
}
