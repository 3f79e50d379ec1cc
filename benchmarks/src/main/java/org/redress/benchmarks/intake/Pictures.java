package org.redress.benchmarks.intake;

import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Random;
import javax.imageio.ImageIO;

/** Pictures of about a given size: noise, since anything else would be smaller than a photograph of the same dimensions. */
final class Pictures {
    private static final double BYTES_PER_PIXEL = 0.55;

    private Pictures() {}

    /** A JPEG of about so many bytes. */
    static byte[] jpeg(int bytes) {
        int side = (int) Math.sqrt(bytes / BYTES_PER_PIXEL);
        var image = new BufferedImage(side, side, BufferedImage.TYPE_INT_RGB);
        var random = new Random(side);
        for (int x = 0; x < side; x++) {
            for (int y = 0; y < side; y++) {
                image.setRGB(x, y, random.nextInt(0x1000000));
            }
        }
        try (var out = new ByteArrayOutputStream()) {
            ImageIO.write(image, "jpg", out);
            return out.toByteArray();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
