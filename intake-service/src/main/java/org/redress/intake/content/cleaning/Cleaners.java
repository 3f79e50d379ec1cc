package org.redress.intake.content.cleaning;

import org.redress.intake.content.ContentType;

/** Which cleaner is for which type. */
final class Cleaners {
    private Cleaners() {}

    static Cleaner of(ContentType type) {
        return switch (type) {
            case JPEG -> new JpegCleaner();
            case PNG -> new PngCleaner();
            case WEBP -> new WebpCleaner();
            case MP4, QUICKTIME, M4A -> new IsoMediaCleaner();
            case MP3 -> new Mp3Cleaner();
            case WAV -> new WavCleaner();
            case AMR -> new AmrCleaner();
            case PDF -> new PdfCleaner();
            case TEXT -> new TextCleaner();
        };
    }
}
