package org.redress.intake.content.cleaning;

import org.redress.intake.content.RefusalReason;

/** How large pictures may be. Judged by the header, before anything is decoded. */
final class Pixels {
    /** What the largest phone cameras take; named in the texts of refusals. */
    static final long MOST = 50_000_000;
    /**
     * How many are held in memory at once, 75 MB at three bytes each: an upright long screenshot, or a photograph of twelve
     * million pixels that is turned. Of larger pictures the copy has every second row and column, or fewer.
     */
    private static final long MOST_IN_MEMORY = 25_000_000;

    private Pixels() {}

    static void requireFew(long width, long height) throws UncleanFileException {
        if (width <= 0 || height <= 0) {
            throw UncleanFileException.damaged("a picture without pixels");
        }
        if (width > MOST || height > MOST || width * height > MOST) {
            throw new UncleanFileException(RefusalReason.TOO_MANY_PIXELS, "a picture of " + width + " x " + height);
        }
    }

    /**
     * One of how many rows and columns fits into memory.
     *
     * @param copies how many pictures of that size are held at once
     */
    static int step(long width, long height, int copies) {
        int step = 1;
        while ((width / step) * (height / step) * copies > MOST_IN_MEMORY) {
            step++;
        }
        return step;
    }
}
