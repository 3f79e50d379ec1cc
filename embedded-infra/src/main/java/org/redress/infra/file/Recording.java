package org.redress.infra.file;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/** An MP4 as a screen recorder writes it, as far as anybody looks: an index with one track of pictures, then the pictures. */
public final class Recording {
    private Recording() {}

    /**
     * Everything before the pictures.
     *
     * @param pictures how many bytes of them follow
     */
    public static byte[] head(long pictures) {
        byte[] type = box("ftyp", text("isom"), new byte[] {0, 0, 2, 0}, text("isomiso2avc1mp41"));
        byte[] handler = box("hdlr", new byte[8], text("vide"), new byte[12], text("recorder"), new byte[1]);
        byte[] media = box("mdia", box("mdhd", new byte[24]), handler, box("minf", box("vmhd", new byte[12])));
        byte[] index = box("moov", box("mvhd", new byte[100]), box("trak", box("tkhd", new byte[84]), media));
        byte[] data = ByteBuffer.allocate(8)
                .putInt((int) (pictures + 8))
                .put(text("mdat"))
                .array();
        return joined(type, index, data);
    }

    private static byte[] box(String name, byte[]... parts) {
        byte[] content = joined(parts);
        return joined(
                ByteBuffer.allocate(8)
                        .putInt(content.length + 8)
                        .put(text(name))
                        .array(),
                content);
    }

    private static byte[] joined(byte[]... parts) {
        ByteArrayOutputStream all = new ByteArrayOutputStream();
        Arrays.stream(parts).forEach(all::writeBytes);
        return all.toByteArray();
    }

    private static byte[] text(String text) {
        return text.getBytes(StandardCharsets.US_ASCII);
    }
}
