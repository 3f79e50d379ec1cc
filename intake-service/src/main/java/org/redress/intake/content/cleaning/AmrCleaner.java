package org.redress.intake.content.cleaning;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.redress.intake.content.ContentType;

/** Passes on the frames of an AMR recording, narrow or wide band; what is no frame ends the acceptance. */
final class AmrCleaner implements Cleaner {
    private static final String NARROW = "#!AMR\n";
    private static final String WIDE = "#!AMR-WB\n";
    /** Bytes of a frame after its first, by type; RFC 4867. -1: there is none. */
    private static final int[] NARROW_LENGTHS = {12, 13, 15, 17, 19, 20, 26, 31, 5, -1, -1, -1, -1, -1, -1, 0};

    private static final int[] WIDE_LENGTHS = {17, 23, 32, 36, 40, 46, 50, 58, 60, 5, -1, -1, -1, -1, 0, 0};

    @Override
    public ContentType clean(Path original, Path copy) throws UncleanFileException, IOException {
        try (Source in = new Source(original);
                OutputStream out = new BufferedOutputStream(Files.newOutputStream(copy))) {
            frames(in, out, lengths(in, out));
        }
        return ContentType.AMR;
    }

    private static int[] lengths(Source in, OutputStream out) throws UncleanFileException, IOException {
        String start = new String(in.bytes(NARROW.length()), StandardCharsets.US_ASCII);
        if (start.equals(NARROW)) {
            out.write(start.getBytes(StandardCharsets.US_ASCII));
            return NARROW_LENGTHS;
        }
        start += new String(in.bytes(WIDE.length() - NARROW.length()), StandardCharsets.US_ASCII);
        if (!start.equals(WIDE)) {
            throw UncleanFileException.damaged("AMR of an unknown kind");
        }
        out.write(start.getBytes(StandardCharsets.US_ASCII));
        return WIDE_LENGTHS;
    }

    private static void frames(Source in, OutputStream out, int[] lengths) throws UncleanFileException, IOException {
        int frames = 0;
        for (int first = in.next(); first >= 0; first = in.next()) {
            int length = lengths[(first >> 3) & 0x0F];
            if ((first & 0x83) != 0 || length < 0) {
                throw UncleanFileException.damaged("AMR with something else between its frames");
            }
            out.write(first);
            in.copy(length, out);
            frames++;
        }
        if (frames == 0) {
            throw UncleanFileException.damaged("AMR without sound");
        }
    }
}
