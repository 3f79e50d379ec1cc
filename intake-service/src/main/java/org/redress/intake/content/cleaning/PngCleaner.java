package org.redress.intake.content.cleaning;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import org.redress.intake.content.ContentType;

/**
 * Compresses a PNG's pixels anew, row for row, and keeps of the rest only what they need: header, palette, transparency.
 * Texts, profiles, times and whatever follows the end are never even unpacked. Needs memory for no more than a few
 * buffers, whatever the size of the picture.
 */
final class PngCleaner implements Cleaner {
    @Override
    public ContentType clean(Path original, Path copy) throws UncleanFileException, IOException {
        try (Source in = new Source(original);
                OutputStream out = Files.newOutputStream(copy)) {
            var png = new PngCopy(in, out);
            png.copySignature();
            PngHeader header = png.copyUpToThePixels();
            png.copyPixels(header);
            png.copyEnd();
        }
        return ContentType.PNG;
    }
}
