package org.redress.intake.content.cleaning;

import java.io.BufferedInputStream;
import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.PushbackInputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import org.redress.intake.content.ContentType;

/**
 * Passes on the frames of an MP3. Titles, pictures and whatever else stands before, between or after them is left out; a
 * file that is mostly something else is refused.
 */
final class Mp3Cleaner implements Cleaner {
    private static final int HEADER = 4;
    private static final int LEAST_FRAMES = 3;

    @Override
    public ContentType clean(Path original, Path copy) throws UncleanFileException, IOException {
        long frames = 0;
        long bytes = 0;
        long other = 0;
        try (var in = new PushbackInputStream(
                        new BufferedInputStream(Files.newInputStream(original), 64 * 1024), HEADER);
                OutputStream out = new BufferedOutputStream(Files.newOutputStream(copy))) {
            skipTag(in);
            byte[] header = in.readNBytes(HEADER);
            while (header.length == HEADER) {
                int length = Mp3Frame.length(header);
                if (length > 0) {
                    byte[] rest = in.readNBytes(length - HEADER);
                    if (rest.length < length - HEADER) {
                        break;
                    }
                    out.write(header);
                    out.write(rest);
                    frames++;
                    bytes += length;
                } else {
                    in.unread(header, 1, HEADER - 1);
                    other++;
                }
                header = in.readNBytes(HEADER);
            }
        }
        if (frames < LEAST_FRAMES || other > bytes) {
            throw UncleanFileException.damaged("MP3 with hardly any sound");
        }
        return ContentType.MP3;
    }

    /** The tag at the start says how long it is; pictures in it may look like frames. */
    private static void skipTag(PushbackInputStream in) throws IOException {
        byte[] start = in.readNBytes(HEADER);
        if (start.length == HEADER && start[0] == 'I' && start[1] == 'D' && start[2] == '3') {
            byte[] rest = in.readNBytes(6);
            long length = 0;
            for (int i = 2; i < rest.length; i++) {
                length = (length << 7) | (rest[i] & 0x7F);
            }
            boolean hasFooter = rest.length > 1 && (rest[1] & 0x10) != 0;
            in.skip(length + (hasFooter ? 10 : 0));
        } else {
            in.unread(start);
        }
    }
}
