package org.redress.intake.content.cleaning;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.redress.intake.content.cleaning.IsoFile.Box;

/** The boxes of one MP4 or MOV file, cleaned in place. Not thread-safe. */
final class IsoBoxes implements AutoCloseable {
    private static final Set<String> TIMED = Set.of("mvhd", "tkhd", "mdhd");
    /** The brand of QuickTime's own files; the oldest of them name none. */
    private static final String QUICKTIME = "qt  ";

    private final IsoFile file;
    private boolean pictures;
    private boolean sound;
    private boolean index;
    private String brand = QUICKTIME;
    /** Of the track that is being cleaned. */
    private String kind = "";

    IsoBoxes(Path path) throws IOException {
        file = new IsoFile(path);
    }

    void clean() throws UncleanFileException, IOException {
        clean(0, file.length(), IsoOutline.FILE);
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

    private void clean(long from, long to, String around) throws UncleanFileException, IOException {
        for (long at = from; at < to; ) {
            // QuickTime may end a list of boxes with four zero bytes.
            if (!around.equals(IsoOutline.FILE) && to - at == 4) {
                return;
            }
            Box box = file.box(at, to);
            clean(box, around);
            at = box.end();
        }
    }

    private void clean(Box box, String around) throws UncleanFileException, IOException {
        if (!IsoOutline.isNeeded(box.name(), around)) {
            file.blank(box);
        } else if (box.name().equals("trak") && !isPictureOrSound(box)) {
            file.blank(box);
        } else if (TIMED.contains(box.name())) {
            blankTimes(box);
        } else if (box.name().equals("hdlr")) {
            blankName(box);
        } else if (box.name().equals("ftyp") && box.end() - box.content() >= 4) {
            brand = file.name(box.content());
        } else if (box.name().equals("dref")) {
            requireOwnData(box);
        } else if (box.name().equals("stsd")) {
            blankDescriptions(box);
        } else if (IsoOutline.holdsBoxes(box.name())) {
            index |= box.name().equals("moov");
            clean(box.content(), box.end(), box.name());
        }
    }

    /** How pictures and sound are coded: after the fixed part of each description come boxes. */
    private void blankDescriptions(Box box) throws UncleanFileException, IOException {
        for (long at = box.content() + 8; box.end() - at > 4; ) {
            Box description = file.box(at, box.end());
            long fixed = fixedPart(description);
            if (kind.equals("vide")) {
                // The name of the program that coded it: a length and 31 characters.
                long name = Math.min(description.content() + 42, description.end());
                file.zeros(name, Math.min(name + 32, description.end()));
            }
            blankUnknown(description.content() + fixed, description.end());
            at = description.end();
        }
    }

    /** What is before the boxes of a description; QuickTime's sound has more in later versions. */
    private long fixedPart(Box description) throws IOException {
        if (kind.equals("vide")) {
            return 78;
        }
        if (description.end() - description.content() < 28) {
            return 28;
        }
        int version = file.unsignedShort(description.content() + 8);
        return isQuickTime() ? 28L + (version == 1 ? 16 : version == 2 ? 36 : 0) : 28;
    }

    /** Boxes that no decoder asks for, and whatever is no box. */
    private void blankUnknown(long from, long to) throws IOException {
        for (long at = from; at < to; ) {
            try {
                Box box = file.box(at, to);
                if (!IsoOutline.isNeeded(box.name(), IsoOutline.DESCRIPTION)) {
                    file.blank(box);
                }
                at = box.end();
            } catch (UncleanFileException e) {
                file.zeros(at, to);
                return;
            }
        }
    }

    /** A track is what its handler says; tracks of places, measurements and pictures of the maker are neither. */
    private boolean isPictureOrSound(Box track) throws UncleanFileException, IOException {
        Box media = child(track, "mdia");
        Box handler = media == null ? null : child(media, "hdlr");
        if (handler == null || handler.end() - handler.content() < 12) {
            return false;
        }
        kind = file.name(handler.content() + 8);
        pictures |= kind.equals("vide");
        sound |= kind.equals("soun");
        return kind.equals("vide") || kind.equals("soun");
    }

    private @Nullable Box child(Box parent, String name) throws UncleanFileException, IOException {
        for (long at = parent.content(); parent.end() - at >= 8; ) {
            Box box = file.box(at, parent.end());
            if (box.name().equals(name)) {
                return box;
            }
            at = box.end();
        }
        return null;
    }

    /** When it was made and changed: after one byte of version and three of flags. */
    private void blankTimes(Box box) throws UncleanFileException, IOException {
        int length = box.end() > box.content() && file.unsignedByte(box.content()) == 1 ? 16 : 8;
        if (box.content() + 4 + length > box.end()) {
            throw UncleanFileException.damaged("a header that is too short");
        }
        file.zeros(box.content() + 4, box.content() + 4 + length);
    }

    /** The maker and the name of a program's way of handling. */
    private void blankName(Box box) throws IOException {
        file.zeros(Math.min(box.content() + 12, box.end()), box.end());
    }

    /** Players follow references to other files and hosts. */
    private void requireOwnData(Box box) throws UncleanFileException, IOException {
        for (long at = box.content() + 8; at < box.end(); ) {
            Box reference = file.box(at, box.end());
            if (reference.end() - reference.content() < 4 || (file.unsignedByte(reference.content() + 3) & 1) == 0) {
                throw UncleanFileException.damaged("a recording whose pictures are elsewhere");
            }
            // A path on the disk of whoever made it, mostly.
            file.zeros(reference.content() + 4, reference.end());
            at = reference.end();
        }
    }
}
