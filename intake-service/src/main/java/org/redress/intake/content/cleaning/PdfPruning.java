package org.redress.intake.content.cleaning;

import java.io.IOException;
import java.util.ArrayDeque;
import java.util.Arrays;
import java.util.Collections;
import java.util.Deque;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.apache.pdfbox.cos.COSArray;
import org.apache.pdfbox.cos.COSBase;
import org.apache.pdfbox.cos.COSDictionary;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.cos.COSObject;
import org.apache.pdfbox.cos.COSStream;
import org.jspecify.annotations.Nullable;
import org.redress.intake.content.RefusalReason;

/** Cuts from the pages of one document what does not show. Not thread-safe. */
final class PdfPruning {
    private static final Set<COSName> OF_PAGES = names(
            "Type", "Parent", "Resources", "MediaBox", "CropBox", "Rotate", "Contents", "UserUnit", "Group", "Annots");

    /** Wherever they stand: they act, lead elsewhere, or tell of people and programs. */
    private static final List<COSName> NOWHERE = List.copyOf(names(
            "A",
            "AA",
            "JS",
            "OpenAction",
            "Metadata",
            "PieceInfo",
            "LastModified",
            "AF",
            "EF",
            "Ref",
            "OPI",
            "Movie",
            "Sound",
            "RichMediaContent",
            "RichMediaSettings",
            "StructParent",
            "StructParents",
            "Thumb",
            "URI",
            "Dest"));

    private static final int MOST_OBJECTS = 500_000;

    private final Set<COSBase> seen = Collections.newSetFromMap(new IdentityHashMap<>());

    /** Cuts one page. */
    void prune(COSDictionary page) throws UncleanFileException, IOException {
        for (COSName key : List.copyOf(page.keySet())) {
            if (!OF_PAGES.contains(key)) {
                page.removeItem(key);
            }
        }
        COSArray shown = new COSArray();
        if (page.getDictionaryObject(COSName.ANNOTS) instanceof COSArray annotations) {
            for (int i = 0; i < annotations.size(); i++) {
                COSDictionary mark = asStamp(annotations.getObject(i));
                if (mark != null) {
                    shown.add(mark);
                }
            }
        }
        page.setItem(COSName.ANNOTS, shown);
        walk(page);
    }

    /** What an annotation looks like, without what it does; {@code null} if it looks like nothing. */
    private static @Nullable COSDictionary asStamp(@Nullable COSBase annotation) {
        if (!(annotation instanceof COSDictionary from)
                || !(from.getDictionaryObject(COSName.AP) instanceof COSDictionary appearances)) {
            return null;
        }
        COSBase normal = appearances.getDictionaryObject(COSName.N);
        if (normal instanceof COSDictionary states && !(normal instanceof COSStream)) {
            normal = states.getDictionaryObject(from.getCOSName(COSName.AS, COSName.getPDFName("Off")));
        }
        COSBase place = from.getDictionaryObject(COSName.RECT);
        if (!(normal instanceof COSStream) || place == null) {
            return null;
        }
        COSDictionary appearance = new COSDictionary();
        appearance.setItem(COSName.N, normal);
        COSDictionary stamp = new COSDictionary();
        stamp.setItem(COSName.TYPE, COSName.ANNOT);
        stamp.setItem(COSName.SUBTYPE, COSName.getPDFName("Stamp"));
        stamp.setItem(COSName.RECT, place);
        stamp.setInt(COSName.F, from.getInt(COSName.F, 4));
        stamp.setItem(COSName.AP, appearance);
        return stamp;
    }

    /** Everything that can be reached, each thing once and without recursion. */
    private void walk(COSBase start) throws UncleanFileException, IOException {
        Deque<COSBase> left = new ArrayDeque<>();
        left.push(start);
        while (!left.isEmpty()) {
            COSBase next = left.pop();
            if (next instanceof COSObject reference) {
                next = reference.getObject();
            }
            if (next == null || !(next instanceof COSDictionary || next instanceof COSArray) || !seen.add(next)) {
                continue;
            }
            if (seen.size() > MOST_OBJECTS) {
                throw new UncleanFileException(RefusalReason.TOO_COMPLEX, "PDF with too many objects");
            }
            if (next instanceof COSArray array) {
                array.forEach(each -> pushIfPresent(left, each));
            } else if (next instanceof COSDictionary dictionary) {
                prune(dictionary, left);
            }
        }
    }

    private static void prune(COSDictionary dictionary, Deque<COSBase> left) throws UncleanFileException, IOException {
        NOWHERE.forEach(dictionary::removeItem);
        if (dictionary instanceof COSStream stream) {
            PdfStreams.clean(stream);
        }
        dictionary.getValues().forEach(each -> pushIfPresent(left, each));
    }

    private static void pushIfPresent(Deque<COSBase> left, @Nullable COSBase object) {
        if (object != null) {
            left.push(object);
        }
    }

    private static Set<COSName> names(String... names) {
        return Arrays.stream(names).map(COSName::getPDFName).collect(Collectors.toUnmodifiableSet());
    }
}
