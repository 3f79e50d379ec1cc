package org.redress.intake.content.cleaning;

import java.awt.Color;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Base64;
import java.util.Random;
import java.util.zip.CRC32;
import java.util.zip.Deflater;
import javax.imageio.IIOImage;
import javax.imageio.ImageIO;
import javax.imageio.ImageWriteParam;
import javax.imageio.stream.MemoryCacheImageOutputStream;

/** Pictures, good and bad, made for each test. */
public final class Pictures {
    /** One grey pixel with losses, one without. */
    public static final byte[] WEBP =
            Base64.getDecoder().decode("UklGRiQAAABXRUJQVlA4IBgAAAAwAQCdASoBAAEAAQAcJaQAA3AA/v3AgAA=");

    static final byte[] WEBP_LOSSLESS = Base64.getDecoder().decode("UklGRhoAAABXRUJQVlA4TA0AAAAvAAAAEAcQERGIiP4HAA==");

    /** EXIF that says: lies on its left side, made by a maker, taken at a place. */
    static final byte[] EXIF = Bytes.of(
            "Exif\0\0MM\0*\0\0\0\u0008\0\u0003",
            "\u0001\u000F\0\u0002\0\0\0\u0006\0\0\0",
            "2",
            "\u0001\u0012\0\u0003\0\0\0\u0001\0\u0006\0\0",
            "\u0088%\0\u0004\0\0\0\u0001\0\0\0:",
            "\0\0\0\0",
            "HUAWEI\0\0",
            "\0\u0001\0\u0001\0\u0002\0\0\0\u0002N\0\0\0\0\0\0\0",
            "N 31 14 9.9 E 121 29 9.9");

    private Pictures() {}

    /** A picture with a red corner at the top left and a blue one at the bottom right. */
    public static BufferedImage picture(int width, int height, int type) {
        var picture = new BufferedImage(width, height, type);
        var random = new Random(7);
        for (int y = 0; y < height; y += 3) {
            for (int x = 0; x < width; x += 5) {
                picture.setRGB(x, y, 0xFF000000 | random.nextInt(0x1000000));
            }
        }
        fill(picture, 0, 0, Color.RED);
        fill(picture, width - width / 3, height - height / 3, Color.BLUE);
        return picture;
    }

    /** A plain JPEG. */
    public static byte[] jpeg(int width, int height) {
        return written("jpeg", picture(width, height, BufferedImage.TYPE_3BYTE_BGR));
    }

    /** A plain PNG. */
    public static byte[] png(int width, int height) {
        return written("png", picture(width, height, BufferedImage.TYPE_INT_ARGB));
    }

    static byte[] interlaced(String format, int width, int height) {
        var out = new ByteArrayOutputStream();
        var writer = ImageIO.getImageWritersByFormatName(format).next();
        try (var stream = new MemoryCacheImageOutputStream(out)) {
            var param = writer.getDefaultWriteParam();
            param.setProgressiveMode(ImageWriteParam.MODE_DEFAULT);
            writer.setOutput(stream);
            writer.write(null, new IIOImage(picture(width, height, BufferedImage.TYPE_3BYTE_BGR), null, null), param);
            stream.flush();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return out.toByteArray();
    }

    /** The outline of a JPEG 2000 with words in boxes and in a comment. */
    static byte[] jpeg2000(String words) {
        return Bytes.of(
                Recordings.box("jP  ", 0x0D, 0x0A, 0x87, 0x0A),
                Recordings.box("ftyp", "jp2 ", new byte[4], "jp2 "),
                Recordings.box(
                        "jp2h",
                        Recordings.box("ihdr", Bytes.int32(30), Bytes.int32(40), 0, 3, 7, 7, 0, 0),
                        Recordings.box("colr", 1, 0, 0, Bytes.int32(16)),
                        Recordings.box("xml ", words)),
                Recordings.box("xml ", "<x:xmpmeta>", words),
                Recordings.box("jp2c", codestream(words)),
                Recordings.box("uuid", "JpgTiffExif->JP2", words));
    }

    /** The outline of a bare JPEG 2000 with words in comments and behind its end. */
    static byte[] codestream(String words) {
        byte[] comment = Bytes.of(0xFF, 0x64, 0, words.length() + 4, 0, 1, words);
        byte[] size =
                Bytes.of(Bytes.int32(40), Bytes.int32(30), new byte[8], Bytes.int32(40), Bytes.int32(30), new byte[8]);
        return Bytes.of(
                Bytes.of(0xFF, 0x4F, 0xFF, 0x51, 0, 47, 0, 0, size, 0, 3, 7, 1, 1, 7, 1, 1, 7, 1, 1),
                comment,
                Bytes.of(0xFF, 0x90, 0, 10, 0, 0, Bytes.int32(12 + comment.length + 2 + 6), 0, 1),
                comment,
                Bytes.of(0xFF, 0x93, "pixels", 0xFF, 0xD9, words));
    }

    static byte[] gif() {
        return written("gif", picture(20, 20, BufferedImage.TYPE_BYTE_INDEXED));
    }

    static byte[] written(String format, BufferedImage picture) {
        var out = new ByteArrayOutputStream();
        try {
            ImageIO.write(picture, format, out);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return out.toByteArray();
    }

    /** With a segment after the first marker. */
    public static byte[] withSegment(byte[] jpeg, int marker, byte[] content) {
        int length = content.length + 2;
        return Bytes.of(
                Bytes.start(jpeg, 2),
                0xFF,
                marker,
                length >> 8,
                length & 0xFF,
                content,
                java.util.Arrays.copyOfRange(jpeg, 2, jpeg.length));
    }

    /** With a chunk after the header. */
    static byte[] withChunk(byte[] png, String type, byte[] content) {
        return Bytes.of(Bytes.start(png, 33), chunk(type, content), java.util.Arrays.copyOfRange(png, 33, png.length));
    }

    static byte[] chunk(String type, byte[] content) {
        byte[] named = Bytes.of(type, content);
        var checksum = new CRC32();
        checksum.update(named);
        return Bytes.of(Bytes.int32(content.length), named, Bytes.int32(checksum.getValue()));
    }

    /** A PNG of that many white pixels in one bit each, packed as small as can be. */
    static byte[] bomb(long width, long height) {
        var pixels = new ByteArrayOutputStream();
        var deflater = new Deflater(9);
        byte[] row = new byte[(int) ((width + 7) / 8 + 1)];
        byte[] packed = new byte[64 * 1024];
        for (long y = 0; y < height; y++) {
            deflater.setInput(row);
            while (!deflater.needsInput()) {
                pixels.write(packed, 0, deflater.deflate(packed));
            }
        }
        deflater.finish();
        while (!deflater.finished()) {
            pixels.write(packed, 0, deflater.deflate(packed));
        }
        deflater.end();
        return png(width, height, pixels.toByteArray());
    }

    /** A PNG with a header and those packed pixels, whatever they are. */
    static byte[] png(long width, long height, byte[] packed) {
        return Bytes.of(
                0x89,
                "PNG\r\n\u001a\n",
                chunk("IHDR", Bytes.of(Bytes.int32(width), Bytes.int32(height), 1, 0, 0, 0, 0)),
                chunk("IDAT", packed),
                chunk("IEND", new byte[0]));
    }

    /** So many zeros, packed. */
    static byte[] packedZeros(int megabytes) {
        var out = new ByteArrayOutputStream();
        var deflater = new Deflater(9);
        byte[] zeros = new byte[1024 * 1024];
        byte[] packed = new byte[64 * 1024];
        for (int i = 0; i < megabytes; i++) {
            deflater.setInput(zeros);
            while (!deflater.needsInput()) {
                out.write(packed, 0, deflater.deflate(packed));
            }
        }
        deflater.finish();
        while (!deflater.finished()) {
            out.write(packed, 0, deflater.deflate(packed));
        }
        deflater.end();
        return out.toByteArray();
    }

    private static void fill(BufferedImage picture, int left, int top, Color colour) {
        for (int y = top; y < top + picture.getHeight() / 3; y++) {
            for (int x = left; x < left + picture.getWidth() / 3; x++) {
                picture.setRGB(x, y, colour.getRGB());
            }
        }
    }
}
