package org.redress.intake.content.cleaning;

import java.io.IOException;
import java.io.OutputStream;
import java.io.RandomAccessFile;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import org.redress.intake.content.RefusalReason;

/** The chunks of one WebP: those that its pixels need are passed on, all others are left out. Not thread-safe. */
final class WebpChunks {
    private static final int VP8X_LENGTH = 10;
    private static final int ALPHA = 0x10;
    private static final int ANIMATION = 0x02;
    private static final int MOST_EXIF = 256 * 1024;

    private byte @Nullable [] exif;

    /** Reads the picture to its end; the size at the start of what is written comes with {@link #writeSize}. */
    void pass(Source in, OutputStream out) throws UncleanFileException, IOException {
        requireName(in, "RIFF");
        long end = in.unsignedIntLittle() + in.position();
        requireName(in, "WEBP");
        out.write(ascii("RIFF\0\0\0\0WEBP"));
        boolean pixels = false;
        while (in.position() + 8 <= end) {
            String name = name(in);
            long length = in.unsignedIntLittle();
            if (in.position() + length > end) {
                throw UncleanFileException.damaged("WebP chunk that is longer than the file");
            }
            chunk(in, out, name, length);
            pixels |= name.equals("VP8 ") || name.equals("VP8L");
        }
        if (!pixels) {
            throw UncleanFileException.damaged("WebP without pixels");
        }
    }

    /** Puts the size of what was written to where readers look for it. */
    void writeSize(Path written) throws IOException {
        try (var file = new RandomAccessFile(written.toFile(), "rw")) {
            file.seek(4);
            file.writeInt(Integer.reverseBytes((int) (file.length() - 8)));
        }
    }

    /** The picture's EXIF, beginning with its name as in a JPEG; {@code null} if there is none. */
    byte @Nullable [] exif() {
        return exif;
    }

    private void chunk(Source in, OutputStream out, String name, long length) throws UncleanFileException, IOException {
        switch (name) {
            case "ANIM", "ANMF" -> throw new UncleanFileException(RefusalReason.ANIMATED, "a moving WebP");
            case "VP8X" -> extended(in, out, length);
            case "VP8 ", "VP8L", "ALPH" -> {
                writeStart(out, name, length);
                in.copy(length + (length & 1), out);
            }
            case "EXIF" -> exif(in, length);
            default -> in.skip(length + (length & 1));
        }
    }

    private static void extended(Source in, OutputStream out, long length) throws UncleanFileException, IOException {
        if (length != VP8X_LENGTH) {
            throw UncleanFileException.damaged("WebP header of a wrong size");
        }
        byte[] header = in.bytes(VP8X_LENGTH);
        if ((header[0] & ANIMATION) != 0) {
            throw new UncleanFileException(RefusalReason.ANIMATED, "a moving WebP");
        }
        Pixels.requireFew(1 + int24(header, 4), 1 + int24(header, 7));
        header[0] &= ALPHA;
        writeStart(out, "VP8X", length);
        out.write(header);
    }

    private void exif(Source in, long length) throws UncleanFileException, IOException {
        if (length > MOST_EXIF) {
            in.skip(length + (length & 1));
            return;
        }
        byte[] content = in.bytes((int) length);
        in.skip(length & 1);
        byte[] named = new byte[content.length + 6];
        System.arraycopy(ascii("Exif"), 0, named, 0, 4);
        boolean hasName = content.length > 6 && content[0] == 'E' && content[1] == 'x';
        System.arraycopy(content, hasName ? 6 : 0, named, 6, hasName ? content.length - 6 : content.length);
        exif = named;
    }

    private static void writeStart(OutputStream out, String name, long length) throws IOException {
        out.write(ascii(name));
        for (int shift = 0; shift < 32; shift += 8) {
            out.write((int) (length >>> shift));
        }
    }

    private static int int24(byte[] bytes, int at) {
        return (bytes[at] & 0xFF) | ((bytes[at + 1] & 0xFF) << 8) | ((bytes[at + 2] & 0xFF) << 16);
    }

    private static void requireName(Source in, String name) throws UncleanFileException, IOException {
        if (!name(in).equals(name)) {
            throw UncleanFileException.damaged("no WebP");
        }
    }

    private static String name(Source in) throws UncleanFileException, IOException {
        return new String(in.bytes(4), StandardCharsets.ISO_8859_1);
    }

    private static byte[] ascii(String text) {
        return text.getBytes(StandardCharsets.ISO_8859_1);
    }
}
