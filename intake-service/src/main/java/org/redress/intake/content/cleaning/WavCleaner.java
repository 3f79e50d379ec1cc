package org.redress.intake.content.cleaning;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import org.redress.intake.content.ContentType;

/** Keeps of a WAV its format and its sound. Titles, places, notes and whatever follows the sound are left out. */
final class WavCleaner implements Cleaner {
    private static final int RIFF = 0x52494646;
    private static final int WAVE = 0x57415645;
    private static final int FMT = 0x666D7420;
    private static final int DATA = 0x64617461;
    private static final int MOST_FORMAT = 64;

    @Override
    public ContentType clean(Path original, Path copy) throws UncleanFileException, IOException {
        try (Source in = new Source(original);
                OutputStream out = new BufferedOutputStream(Files.newOutputStream(copy))) {
            if (in.unsignedInt() != RIFF) {
                throw UncleanFileException.damaged("no WAV");
            }
            in.skip(4);
            if (in.unsignedInt() != WAVE) {
                throw UncleanFileException.damaged("no WAV");
            }
            copy(in, out);
        }
        return ContentType.WAV;
    }

    private static void copy(Source in, OutputStream out) throws UncleanFileException, IOException {
        byte[] format = null;
        while (true) {
            int name = (int) in.unsignedInt();
            long length = in.unsignedIntLittle();
            if (name == DATA) {
                writeHeader(out, format, length);
                in.copy(length, out);
                out.write(new byte[(int) (length & 1)]);
                return;
            }
            if (name == FMT && length <= MOST_FORMAT) {
                format = in.bytes((int) length);
                in.skip(length & 1);
            } else {
                in.skip(length + (length & 1));
            }
        }
    }

    private static void writeHeader(OutputStream out, byte @Nullable [] format, long length)
            throws UncleanFileException, IOException {
        if (format == null || format.length < 16 || length == 0) {
            throw UncleanFileException.damaged("WAV without a format, or without sound");
        }
        int formatLength = format.length + (format.length & 1);
        long size = 4 + 8 + formatLength + 8 + length + (length & 1);
        ByteBuffer header = ByteBuffer.allocate(12 + 8 + formatLength + 8).order(ByteOrder.LITTLE_ENDIAN);
        header.put(ascii("RIFF")).putInt((int) size).put(ascii("WAVE"));
        header.put(ascii("fmt ")).putInt(format.length).put(format);
        header.position(20 + formatLength);
        header.put(ascii("data")).putInt((int) length);
        out.write(header.array());
    }

    private static byte[] ascii(String text) {
        return text.getBytes(StandardCharsets.US_ASCII);
    }
}
