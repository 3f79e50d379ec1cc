package org.redress.intake.content.cleaning;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import org.redress.intake.content.ContentType;

/**
 * Copies an MP4, MOV or M4A and overwrites with zeros, in place, what is neither picture nor sound: places, makers, titles,
 * times, notes, tracks of measurements. Nothing moves, so that no table of positions must be written anew. Pictures and
 * sound themselves are not decoded.
 */
final class IsoMediaCleaner implements Cleaner {
    @Override
    public ContentType clean(Path original, Path copy) throws UncleanFileException, IOException {
        Files.copy(original, copy, StandardCopyOption.REPLACE_EXISTING);
        copy.toFile().setWritable(true, true);
        try (var boxes = new IsoBoxes(copy)) {
            boxes.clean();
            if (!boxes.hasPictures() && !boxes.hasSound()) {
                throw UncleanFileException.damaged("a recording without pictures and sound");
            }
            if (!boxes.hasPictures()) {
                return ContentType.M4A;
            }
            return boxes.isQuickTime() ? ContentType.QUICKTIME : ContentType.MP4;
        }
    }
}
