package org.redress.intake.content.cleaning;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.util.zip.CRC32;

/** Writes the parts of a PNG. */
final class PngChunks {
    private PngChunks() {}

    static void writeSignature(OutputStream out, int[] signature) throws IOException {
        out.write(
                ByteBuffer.allocate(8).putInt(signature[0]).putInt(signature[1]).array());
    }

    static void write(OutputStream out, int type, byte[] content, int length) throws IOException {
        CRC32 checksum = checksum(type);
        checksum.update(content, 0, length);
        out.write(ByteBuffer.allocate(8).putInt(length).putInt(type).array());
        out.write(content, 0, length);
        out.write(ByteBuffer.allocate(4).putInt((int) checksum.getValue()).array());
    }

    /** The checksum of a chunk so far: of its type. */
    static CRC32 checksum(int type) {
        CRC32 checksum = new CRC32();
        checksum.update(ByteBuffer.allocate(4).putInt(type).array());
        return checksum;
    }
}
