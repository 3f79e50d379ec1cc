package org.redress.intake.content.cleaning;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/** Files put together byte by byte. */
public final class Bytes {
    private Bytes() {}

    /** The parts one after the other: arrays of bytes, texts in Latin 1, single bytes as integers. */
    public static byte[] of(Object... parts) {
        var all = new ByteArrayOutputStream();
        for (Object part : parts) {
            if (part instanceof byte[] bytes) {
                all.writeBytes(bytes);
            } else if (part instanceof Integer single) {
                all.write(single);
            } else {
                all.writeBytes(part.toString().getBytes(StandardCharsets.ISO_8859_1));
            }
        }
        return all.toByteArray();
    }

    static byte[] int32(long value) {
        return ByteBuffer.allocate(4).putInt((int) value).array();
    }

    static byte[] little32(long value) {
        return int32(Integer.reverseBytes((int) value));
    }

    /** The first part of a file. */
    public static byte[] start(byte[] file, int length) {
        return Arrays.copyOf(file, length);
    }

    /** As Latin 1, to look for words in it. */
    public static String text(byte[] file) {
        return new String(file, StandardCharsets.ISO_8859_1);
    }

    /** The place of some bytes in a file. */
    static int indexOf(byte[] file, String part) {
        int at = text(file).indexOf(part);
        if (at < 0) {
            throw new AssertionError("no " + part);
        }
        return at;
    }

    /** As PDF's FlateDecode unpacks it. */
    static byte[] packed(byte[] content) {
        var out = new ByteArrayOutputStream();
        try (var packing = new java.util.zip.DeflaterOutputStream(out)) {
            packing.write(content);
        } catch (java.io.IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
        return out.toByteArray();
    }
}
