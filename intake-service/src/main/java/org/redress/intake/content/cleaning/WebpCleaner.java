package org.redress.intake.content.cleaning;

import com.twelvemonkeys.imageio.plugins.webp.WebPImageReaderSpi;
import java.awt.image.BufferedImage;
import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import org.redress.intake.content.ContentType;

/** Decodes a WebP's pixels; the copy is a JPEG, or a PNG if parts of the picture are transparent. */
final class WebpCleaner implements Cleaner {
    @Override
    public ContentType clean(Path original, Path copy) throws UncleanFileException, IOException {
        Path bare = copy.resolveSibling(copy.getFileName() + ".bare.part");
        try {
            Orientation orientation = bare(original, bare);
            BufferedImage decoded = Decoded.from(new WebPImageReaderSpi(), bare, orientation.copies());
            BufferedImage pixels = orientation.applyTo(decoded);
            if (pixels.getColorModel().hasAlpha()) {
                Encoded.png(pixels, copy);
                return ContentType.PNG;
            }
            Encoded.jpeg(pixels, copy);
            return ContentType.JPEG;
        } finally {
            Files.deleteIfExists(bare);
        }
    }

    private static Orientation bare(Path original, Path bare) throws UncleanFileException, IOException {
        var chunks = new WebpChunks();
        try (Source in = new Source(original);
                OutputStream out = new BufferedOutputStream(Files.newOutputStream(bare))) {
            chunks.pass(in, out);
        }
        chunks.writeSize(bare);
        return Orientation.of(chunks.exif());
    }
}
