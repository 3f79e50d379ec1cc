package org.redress.intake.content.cleaning;

import java.io.IOException;
import java.io.OutputStream;
import java.util.zip.CRC32;
import org.jspecify.annotations.Nullable;
import org.redress.intake.content.RefusalReason;

/** One PNG on its way into its copy; the methods are called in their order, once each. Not thread-safe. */
final class PngCopy {
    private static final int[] SIGNATURE = {0x89504E47, 0x0D0A1A0A};
    private static final int IHDR = 0x49484452;
    private static final int PLTE = 0x504C5445;
    private static final int IDAT = 0x49444154;
    private static final int IEND = 0x49454E44;
    private static final int TRNS = 0x74524E53;
    private static final int ACTL = 0x6163544C;
    private static final int MOST_COLOURS = 3 * 256;

    private final Source in;
    private final OutputStream out;
    private int length;
    private int type;

    PngCopy(Source in, OutputStream out) {
        this.in = in;
        this.out = out;
    }

    void copySignature() throws UncleanFileException, IOException {
        for (int part : SIGNATURE) {
            if ((int) in.unsignedInt() != part) {
                throw UncleanFileException.damaged("no PNG");
            }
        }
        PngChunks.writeSignature(out, SIGNATURE);
    }

    PngHeader copyUpToThePixels() throws UncleanFileException, IOException {
        PngHeader header = null;
        boolean hasPalette = false;
        for (nextChunk(); type != IDAT; nextChunk()) {
            if ((header == null) != (type == IHDR)) {
                throw UncleanFileException.damaged("PNG without a header, or with two");
            }
            switch (type) {
                case IHDR -> header = PngHeader.of(keep());
                case PLTE, TRNS -> hasPalette |= keep().length > 0 && type == PLTE;
                case ACTL -> throw new UncleanFileException(RefusalReason.ANIMATED, "a moving PNG");
                default -> leaveOut();
            }
        }
        return requireColours(header, hasPalette);
    }

    void copyPixels(PngHeader header) throws UncleanFileException, IOException {
        try (var pixels = new PngPixels(header, out)) {
            for (; type == IDAT; nextChunk()) {
                pixels.take(in, length);
                requireChecksum(pixels.checksum());
            }
            pixels.requireAll();
        }
    }

    void copyEnd() throws UncleanFileException, IOException {
        for (; type != IEND; nextChunk()) {
            leaveOut();
        }
        PngChunks.write(out, IEND, new byte[0], 0);
    }

    private static PngHeader requireColours(@Nullable PngHeader header, boolean hasPalette)
            throws UncleanFileException {
        if (header == null || (header.palette() && !hasPalette)) {
            throw UncleanFileException.damaged("PNG whose pixels come before their colours");
        }
        return header;
    }

    private void nextChunk() throws UncleanFileException, IOException {
        long told = in.unsignedInt();
        if (told > Integer.MAX_VALUE) {
            throw UncleanFileException.damaged("PNG chunk of a wrong size");
        }
        length = (int) told;
        type = (int) in.unsignedInt();
    }

    private byte[] keep() throws UncleanFileException, IOException {
        if (length > MOST_COLOURS) {
            throw UncleanFileException.damaged("PNG chunk that is too long");
        }
        byte[] content = in.bytes(length);
        CRC32 checksum = PngChunks.checksum(type);
        checksum.update(content);
        requireChecksum(checksum);
        PngChunks.write(out, type, content, length);
        return content;
    }

    /** Chunks whose first letter is a capital may not be ignored; there are none beside those known here. */
    private void leaveOut() throws UncleanFileException, IOException {
        if (((type >>> 29) & 1) == 0) {
            throw UncleanFileException.damaged("PNG with an unknown chunk that it needs");
        }
        in.skip(length + 4L);
    }

    private void requireChecksum(CRC32 checksum) throws UncleanFileException, IOException {
        if (in.unsignedInt() != checksum.getValue()) {
            throw UncleanFileException.damaged("PNG whose checksums are wrong");
        }
    }
}
