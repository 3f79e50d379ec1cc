package org.redress.intake.content.cleaning;

import com.twelvemonkeys.imageio.plugins.jpeg.JPEGImageReaderSpi;
import java.awt.image.BufferedImage;
import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import javax.imageio.spi.IIORegistry;
import javax.imageio.spi.ImageReaderSpi;
import org.redress.intake.content.ContentType;

/**
 * Decodes a JPEG's pixels, turns them upright as its EXIF says, and encodes them anew. Before that everything that pixels
 * do not need is cut out, so that no decoder sees it.
 */
final class JpegCleaner implements Cleaner {
    @Override
    public ContentType clean(Path original, Path copy) throws UncleanFileException, IOException {
        Path bare = copy.resolveSibling(copy.getFileName() + ".bare.part");
        try {
            Orientation orientation = bare(original, bare);
            BufferedImage pixels = Decoded.from(Format.JPEG, bare, orientation.copies());
            Encoded.jpeg(orientation.applyTo(pixels), copy);
        } finally {
            Files.deleteIfExists(bare);
        }
        return ContentType.JPEG;
    }

    /** It stands on the platform's own reader, which it finds when it is registered. */
    private static final class Format {
        static final ImageReaderSpi JPEG = registered();

        private static ImageReaderSpi registered() {
            var format = new JPEGImageReaderSpi();
            IIORegistry.getDefaultInstance().registerServiceProvider(format);
            return IIORegistry.getDefaultInstance().getServiceProviderByClass(JPEGImageReaderSpi.class);
        }
    }

    private static Orientation bare(Path original, Path bare) throws UncleanFileException, IOException {
        try (Source in = new Source(original);
                OutputStream out = new BufferedOutputStream(Files.newOutputStream(bare))) {
            var segments = new JpegSegments(in, out);
            segments.pass();
            return Orientation.of(segments.exif());
        }
    }
}
