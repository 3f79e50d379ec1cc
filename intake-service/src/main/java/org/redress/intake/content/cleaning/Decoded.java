package org.redress.intake.content.cleaning;

import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Path;
import javax.imageio.ImageReadParam;
import javax.imageio.ImageReader;
import javax.imageio.spi.ImageReaderSpi;
import javax.imageio.stream.FileImageInputStream;
import javax.imageio.stream.ImageInputStream;

/** Pixels out of files. */
final class Decoded {
    private Decoded() {}

    /**
     * A picture's pixels; fewer rows and columns where memory asks for it.
     *
     * @param copies how many pictures of that size will be in memory at once
     */
    static BufferedImage from(ImageReaderSpi format, Path file, int copies) throws UncleanFileException, IOException {
        ImageReader reader = format.createReaderInstance();
        try (ImageInputStream in = new FileImageInputStream(file.toFile())) {
            reader.setInput(in, true, true);
            int width = reader.getWidth(0);
            int height = reader.getHeight(0);
            Pixels.requireFew(width, height);
            int step = Pixels.step(width, height, copies);
            ImageReadParam param = reader.getDefaultReadParam();
            param.setSourceSubsampling(step, step, 0, 0);
            return reader.read(0, param);
        } catch (UncleanFileException e) {
            throw e;
        } catch (IOException | RuntimeException e) {
            // Decoders tell broken files by whatever exception they meet.
            throw UncleanFileException.damaged(
                    "a picture that cannot be decoded: " + e.getClass().getSimpleName());
        } finally {
            reader.dispose();
        }
    }
}
