package org.redress.intake.content.cleaning;

import java.io.IOException;
import java.io.OutputStream;
import org.jspecify.annotations.Nullable;
import org.redress.intake.content.RefusalReason;

/**
 * The segments of one JPEG: those that its pixels need are passed on, all others are left out, and what follows the first
 * end is not looked at. Not thread-safe.
 */
final class JpegSegments {
    private static final int SOI = 0xD8;
    private static final int EOI = 0xD9;
    private static final int SOS = 0xDA;
    private static final int APP1 = 0xE1;
    private static final int ADOBE = 0xEE;
    private static final int TEM = 0x01;
    /** Progressive pictures of cameras and programs have about ten. Each one costs a pass over all pixels. */
    private static final int MOST_SCANS = 40;
    /** What the decoder needs beside the heap for pictures of several scans; a progressive one of 50 million pixels. */
    private static final long MOST_COEFFICIENTS = 160L * 1024 * 1024;

    private final Source in;
    private final OutputStream out;
    private byte @Nullable [] exif;
    private long width;
    private long height;
    private long coefficients;

    JpegSegments(Source in, OutputStream out) {
        this.in = in;
        this.out = out;
    }

    /** Reads the picture to its end. */
    void pass() throws UncleanFileException, IOException {
        if (in.unsignedShort() != (0xFF00 | SOI)) {
            throw UncleanFileException.damaged("no JPEG");
        }
        marker(SOI);
        int scans = 0;
        int marker = nextMarker();
        while (marker != EOI) {
            if (marker == SOI || marker == TEM || isRestart(marker) || marker == 0) {
                throw UncleanFileException.damaged("JPEG marker at a wrong place");
            }
            segment(marker);
            if (marker == SOS) {
                if (width == 0 || ++scans > MOST_SCANS) {
                    throw new UncleanFileException(RefusalReason.TOO_COMPLEX, "JPEG with too many scans, or too early");
                }
                marker = passPixels();
            } else {
                marker = nextMarker();
            }
        }
        if (scans == 0) {
            throw UncleanFileException.damaged("JPEG without pixels");
        }
        if (scans > 1 && coefficients > MOST_COEFFICIENTS) {
            throw new UncleanFileException(RefusalReason.TOO_COMPLEX, "JPEG with too many pixels for its many scans");
        }
        marker(EOI);
    }

    long width() {
        return width;
    }

    long height() {
        return height;
    }

    /** The first segment that is EXIF, beginning with its name; {@code null} if there is none. */
    byte @Nullable [] exif() {
        return exif;
    }

    private void segment(int marker) throws UncleanFileException, IOException {
        int length = in.unsignedShort();
        if (length < 2) {
            throw UncleanFileException.damaged("JPEG segment of a wrong size");
        }
        byte[] content = in.bytes(length - 2);
        if (isFrame(marker)) {
            frame(content);
        }
        if (marker == APP1 && exif == null && startsWith(content, "Exif\0\0")) {
            exif = content;
        }
        if (isNeeded(marker) && (marker != ADOBE || startsWith(content, "Adobe"))) {
            marker(marker);
            out.write(length >> 8);
            out.write(length);
            out.write(content);
        }
    }

    private void frame(byte[] content) throws UncleanFileException {
        if (width != 0 || content.length < 6) {
            throw UncleanFileException.damaged("JPEG with two pictures in one, or none");
        }
        height = unsignedShort(content, 1);
        width = unsignedShort(content, 3);
        Pixels.requireFew(width, height);
        coefficients = 2 * width * height * samples(content) / 4;
    }

    /** Quarters of samples a pixel, over all colours: 4 for grey, 6 for most photographs, 12 at most for three colours. */
    private static int samples(byte[] frame) throws UncleanFileException {
        int colours = frame[5] & 0xFF;
        if (colours == 0 || colours > 4 || frame.length < 6 + 3 * colours) {
            throw UncleanFileException.damaged("JPEG of unknown colours");
        }
        int most = 1;
        int sum = 0;
        for (int i = 0; i < colours; i++) {
            int factors = frame[7 + 3 * i];
            int samples = (factors >> 4 & 15) * (factors & 15);
            most = Math.max(most, samples);
            sum += samples;
        }
        return 4 * sum / most;
    }

    /** Passes on packed pixels and returns the marker after them. */
    private int passPixels() throws UncleanFileException, IOException {
        while (true) {
            in.copyUntil(0xFF, out);
            int marker = in.unsignedByte();
            while (marker == 0xFF) {
                marker = in.unsignedByte();
            }
            if (marker != 0 && !isRestart(marker)) {
                return marker;
            }
            marker(marker);
        }
    }

    private int nextMarker() throws UncleanFileException, IOException {
        if (in.unsignedByte() != 0xFF) {
            throw UncleanFileException.damaged("JPEG with bytes between its segments");
        }
        int marker = in.unsignedByte();
        while (marker == 0xFF) {
            marker = in.unsignedByte();
        }
        return marker;
    }

    private void marker(int marker) throws IOException {
        out.write(0xFF);
        out.write(marker);
    }

    private static boolean isFrame(int marker) {
        return marker >= 0xC0 && marker <= 0xCF && marker != 0xC4 && marker != 0xC8 && marker != 0xCC;
    }

    private static boolean isRestart(int marker) {
        return marker >= 0xD0 && marker <= 0xD7;
    }

    /** Tables, frames and scans; of the application's own segments only the one that says how colours are meant. */
    private static boolean isNeeded(int marker) {
        return (marker >= 0xC0 && marker <= 0xCF) || (marker >= SOS && marker <= 0xDF) || marker == ADOBE;
    }

    private static int unsignedShort(byte[] bytes, int at) {
        return ((bytes[at] & 0xFF) << 8) | (bytes[at + 1] & 0xFF);
    }

    private static boolean startsWith(byte[] content, String text) {
        if (content.length < text.length()) {
            return false;
        }
        for (int i = 0; i < text.length(); i++) {
            if (content[i] != text.charAt(i)) {
                return false;
            }
        }
        return true;
    }
}
