package org.redress.intake.content.cleaning;

import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.redress.intake.content.RefusalReason;

/** The boxes of one MP4 or MOV file, cleaned in place. Not thread-safe. */
final class IsoBoxes implements AutoCloseable {
    private static final Set<String> CONTAINERS =
            Set.of("moov", "trak", "mdia", "minf", "dinf", "stbl", "edts", "mvex", "moof", "traf");
    private static final Set<String> AT_THE_TOP =
            Set.of("ftyp", "moov", "mdat", "moof", "mfra", "sidx", "styp", "ssix", "pdin", "prft");
    /** What says nothing that pictures and sound need. */
    private static final Set<String> TALK =
            Set.of("udta", "meta", "uuid", "free", "skip", "wide", "iods", "tref", "gmhd", "XMP_", "Exif");

    private static final Set<String> TIMED = Set.of("mvhd", "tkhd", "mdhd");
    /** The brand of QuickTime's own files; the oldest of them name none. */
    private static final String QUICKTIME = "qt  ";

    private static final int MOST_BOXES = 200_000;
    private static final int DEEPEST = 8;

    private final RandomAccessFile file;
    private int boxes;
    private boolean pictures;
    private boolean sound;
    private boolean index;
    private String brand = QUICKTIME;

    IsoBoxes(Path path) throws IOException {
        file = new RandomAccessFile(path.toFile(), "rw");
    }

    void clean() throws UncleanFileException, IOException {
        clean(0, file.length(), 0);
        if (!index) {
            throw UncleanFileException.damaged("a recording without an index");
        }
    }

    boolean hasPictures() {
        return pictures;
    }

    boolean hasSound() {
        return sound;
    }

    boolean isQuickTime() {
        return brand.equals(QUICKTIME);
    }

    @Override
    public void close() throws IOException {
        file.close();
    }

    private void clean(long from, long to, int depth) throws UncleanFileException, IOException {
        if (depth > DEEPEST) {
            throw new UncleanFileException(RefusalReason.TOO_COMPLEX, "boxes in boxes in boxes");
        }
        for (long at = from; at < to; ) {
            // QuickTime may end a list of boxes with four zero bytes.
            if (depth > 0 && to - at == 4) {
                return;
            }
            Box box = box(at, to);
            clean(box, depth);
            at = box.end();
        }
    }

    private void clean(Box box, int depth) throws UncleanFileException, IOException {
        if (TALK.contains(box.name()) || (depth == 0 && !AT_THE_TOP.contains(box.name()))) {
            blank(box);
        } else if (box.name().equals("trak") && !isPictureOrSound(box)) {
            blank(box);
        } else if (TIMED.contains(box.name())) {
            blankTimes(box);
        } else if (box.name().equals("hdlr")) {
            blankName(box);
        } else if (box.name().equals("ftyp") && box.end() - box.content() >= 4) {
            brand = name(box.content());
        } else if (box.name().equals("dref")) {
            requireOwnData(box);
        } else if (CONTAINERS.contains(box.name())) {
            index |= box.name().equals("moov");
            clean(box.content(), box.end(), depth + 1);
        }
    }

    private Box box(long at, long to) throws UncleanFileException, IOException {
        if (++boxes > MOST_BOXES) {
            throw new UncleanFileException(RefusalReason.TOO_COMPLEX, "too many boxes");
        }
        if (to - at < 8) {
            throw UncleanFileException.damaged("bytes between boxes");
        }
        file.seek(at);
        long length = Integer.toUnsignedLong(file.readInt());
        byte[] name = new byte[4];
        file.readFully(name);
        long content = at + 8;
        if (length == 1 && to - at >= 16) {
            length = file.readLong();
            content = at + 16;
        } else if (length == 0) {
            length = to - at;
        }
        if (length < content - at || length > to - at) {
            throw UncleanFileException.damaged("a box that is longer than what is around it");
        }
        return new Box(new String(name, StandardCharsets.ISO_8859_1), at, content, at + length);
    }

    /** A track is what its handler says; tracks of places, measurements and pictures of the maker are neither. */
    private boolean isPictureOrSound(Box track) throws UncleanFileException, IOException {
        Box media = child(track, "mdia");
        Box handler = media == null ? null : child(media, "hdlr");
        if (handler == null || handler.end() - handler.content() < 12) {
            return false;
        }
        String name = name(handler.content() + 8);
        pictures |= name.equals("vide");
        sound |= name.equals("soun");
        return name.equals("vide") || name.equals("soun");
    }

    private @Nullable Box child(Box parent, String name) throws UncleanFileException, IOException {
        for (long at = parent.content(); parent.end() - at >= 8; ) {
            Box box = box(at, parent.end());
            if (box.name().equals(name)) {
                return box;
            }
            at = box.end();
        }
        return null;
    }

    private String name(long at) throws IOException {
        file.seek(at);
        byte[] name = new byte[4];
        file.readFully(name);
        return new String(name, StandardCharsets.ISO_8859_1);
    }

    private void blank(Box box) throws IOException {
        file.seek(box.start() + 4);
        file.write("free".getBytes(StandardCharsets.ISO_8859_1));
        zeros(box.content(), box.end());
    }

    /** When it was made and changed: after one byte of version and three of flags. */
    private void blankTimes(Box box) throws UncleanFileException, IOException {
        file.seek(box.content());
        int length = box.end() > box.content() && file.read() == 1 ? 16 : 8;
        if (box.content() + 4 + length > box.end()) {
            throw UncleanFileException.damaged("a header that is too short");
        }
        zeros(box.content() + 4, box.content() + 4 + length);
    }

    /** The name that a program gave to its way of handling. */
    private void blankName(Box box) throws IOException {
        zeros(Math.min(box.content() + 24, box.end()), box.end());
    }

    /** Players follow references to other files and hosts. */
    private void requireOwnData(Box box) throws UncleanFileException, IOException {
        for (long at = box.content() + 8; at < box.end(); ) {
            Box reference = box(at, box.end());
            file.seek(reference.content());
            if (reference.end() - reference.content() < 4 || (file.readInt() & 1) == 0) {
                throw UncleanFileException.damaged("a recording whose pictures are elsewhere");
            }
            at = reference.end();
        }
    }

    private void zeros(long from, long to) throws IOException {
        byte[] zeros = new byte[(int) Math.min(64 * 1024, Math.max(0, to - from))];
        file.seek(from);
        for (long at = from; at < to; at += zeros.length) {
            file.write(zeros, 0, (int) Math.min(zeros.length, to - at));
        }
    }

    private record Box(String name, long start, long content, long end) {}
}
