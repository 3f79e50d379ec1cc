package org.redress.intake.content.cleaning;

import com.drew.lang.ByteArrayReader;
import com.drew.metadata.Metadata;
import com.drew.metadata.exif.ExifIFD0Directory;
import com.drew.metadata.exif.ExifReader;
import java.awt.image.BufferedImage;
import org.jspecify.annotations.Nullable;

/** How a picture must be turned to stand upright, as EXIF counts it. */
enum Orientation {
    UPRIGHT(false),
    MIRRORED(false),
    UPSIDE_DOWN(false),
    UPSIDE_DOWN_MIRRORED(false),
    LYING_MIRRORED(true),
    LYING_LEFT(true),
    LYING_RIGHT_MIRRORED(true),
    LYING_RIGHT(true);

    private static final int EXIF_NAME = 6;

    private final boolean lying;

    Orientation(boolean lying) {
        this.lying = lying;
    }

    /** What a segment of EXIF says; upright if it says nothing that can be read. */
    static Orientation of(byte @Nullable [] exif) {
        if (exif == null) {
            return UPRIGHT;
        }
        try {
            var metadata = new Metadata();
            new ExifReader().extract(new ByteArrayReader(exif), metadata, EXIF_NAME);
            var directory = metadata.getFirstDirectoryOfType(ExifIFD0Directory.class);
            Integer value = directory == null ? null : directory.getInteger(ExifIFD0Directory.TAG_ORIENTATION);
            return value == null || value < 1 || value > values().length ? UPRIGHT : values()[value - 1];
        } catch (RuntimeException e) {
            // Metadata is not what a picture is judged by.
            return UPRIGHT;
        }
    }

    /** How many pictures of the same size turning needs in memory. */
    int copies() {
        return this == UPRIGHT ? 1 : 2;
    }

    /** The picture upright: itself, or a new one. */
    BufferedImage applyTo(BufferedImage picture) {
        if (this == UPRIGHT) {
            return picture;
        }
        int width = picture.getWidth();
        int height = picture.getHeight();
        var upright = new BufferedImage(lying ? height : width, lying ? width : height, picture.getType());
        var from = picture.getRaster();
        var to = upright.getRaster();
        Object pixel = null;
        for (int y = 0; y < height; y++) {
            for (int x = 0; x < width; x++) {
                pixel = from.getDataElements(x, y, pixel);
                to.setDataElements(column(x, y, width, height), row(x, y, width, height), pixel);
            }
        }
        return upright;
    }

    private int column(int x, int y, int width, int height) {
        return switch (this) {
            case UPRIGHT, UPSIDE_DOWN_MIRRORED -> x;
            case MIRRORED, UPSIDE_DOWN -> width - 1 - x;
            case LYING_MIRRORED, LYING_RIGHT -> y;
            case LYING_LEFT, LYING_RIGHT_MIRRORED -> height - 1 - y;
        };
    }

    private int row(int x, int y, int width, int height) {
        return switch (this) {
            case UPRIGHT, MIRRORED -> y;
            case UPSIDE_DOWN, UPSIDE_DOWN_MIRRORED -> height - 1 - y;
            case LYING_MIRRORED, LYING_LEFT -> x;
            case LYING_RIGHT_MIRRORED, LYING_RIGHT -> width - 1 - x;
        };
    }
}
