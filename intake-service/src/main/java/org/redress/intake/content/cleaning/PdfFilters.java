package org.redress.intake.content.cleaning;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.apache.pdfbox.cos.COSArray;
import org.apache.pdfbox.cos.COSBase;
import org.apache.pdfbox.cos.COSDictionary;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.cos.COSStream;
import org.apache.pdfbox.filter.FilterFactory;
import org.jspecify.annotations.Nullable;
import org.redress.intake.content.RefusalReason;

/**
 * How a stream of a document is packed: one filter after the other, written as a name, an abbreviation or a list. They are
 * undone one by one into a bounded space, up to the one that is a picture's own.
 */
final class PdfFilters {
    /** What is unpacked into memory: a drawing, a packed photograph. The files themselves have 20 MB. */
    static final long MOST_HELD = 32L * 1024 * 1024;
    /** The largest picture that is accepted, at four bytes a pixel. */
    private static final long MOST_UNPACKED = 4 * Pixels.MOST;
    /** No filter makes more than that many bytes of one. */
    private static final int MOST_OF_ONE = 3000;

    private static final Set<String> OF_PICTURES =
            Set.of("DCTDecode", "DCT", "JPXDecode", "CCITTFaxDecode", "CCF", "JBIG2Decode");

    private final COSStream stream;
    private final List<String> names;
    private final boolean picture;

    private PdfFilters(COSStream stream, List<String> names) {
        this.stream = stream;
        this.names = names;
        this.picture = !names.isEmpty() && OF_PICTURES.contains(names.get(names.size() - 1));
    }

    /** The filters of a stream; one that is a picture's own can only be the last. */
    static PdfFilters of(COSStream stream) throws UncleanFileException {
        List<String> names = names(stream.getFilters());
        for (int i = 0; i < names.size() - 1; i++) {
            if (OF_PICTURES.contains(names.get(i))) {
                throw UncleanFileException.damaged("PDF with a picture packed in a picture");
            }
        }
        return new PdfFilters(stream, names);
    }

    /** The names in a filter entry, in the order in which they are undone. */
    static List<String> names(@Nullable COSBase filter) throws UncleanFileException {
        if (filter == null) {
            return List.of();
        }
        COSArray list = filter instanceof COSArray array ? array : new COSArray(List.of(filter));
        List<String> names = new ArrayList<>();
        for (int i = 0; i < list.size(); i++) {
            if (!(list.getObject(i) instanceof COSName name)) {
                throw UncleanFileException.damaged("PDF with a filter that is no name");
            }
            names.add(name.getName());
        }
        return names;
    }

    /** The name of the last filter; empty if there is none. */
    String last() {
        return names.isEmpty() ? "" : names.get(names.size() - 1);
    }

    /** What the last filter is to know; {@code null} if nothing is said. */
    @Nullable
    COSDictionary lastParameters() {
        COSBase said = stream.getDictionaryObject(COSName.DECODE_PARMS, COSName.DP);
        if (said instanceof COSArray list) {
            said = list.size() < names.size() ? null : list.getObject(names.size() - 1);
        }
        return said instanceof COSDictionary parameters ? parameters : null;
    }

    /**
     * The content with all filters undone but one of a picture's own.
     *
     * @param most more bytes than that are refused
     */
    byte[] unpacked(long most) throws UncleanFileException, IOException {
        var content = new ByteArrayOutputStream();
        undo(new Bounded(content, most));
        return content.toByteArray();
    }

    /** Unpacks what could be large and keeps nothing. */
    void requireSmall() throws UncleanFileException, IOException {
        int packings = packings();
        if (packings == 0 || (packings == 1 && stream.getLength() < MOST_UNPACKED / MOST_OF_ONE)) {
            return;
        }
        undo(new Bounded(OutputStream.nullOutputStream(), MOST_UNPACKED));
    }

    private int packings() {
        return picture ? names.size() - 1 : names.size();
    }

    private void undo(OutputStream to) throws UncleanFileException, IOException {
        try (InputStream raw = stream.createRawInputStream()) {
            InputStream content = raw;
            for (int i = 0; i < packings(); i++) {
                boolean last = i == packings() - 1;
                var between = new ByteArrayOutputStream();
                FilterFactory.INSTANCE
                        .getFilter(names.get(i))
                        .decode(content, last ? to : new Bounded(between, MOST_HELD), stream, i);
                content = new ByteArrayInputStream(between.toByteArray());
            }
            if (packings() == 0) {
                content.transferTo(to);
            }
        } catch (TooMuchException e) {
            throw new UncleanFileException(RefusalReason.TOO_COMPLEX, "PDF that unpacks to too much");
        }
    }

    private static final class TooMuchException extends IOException {
        private static final long serialVersionUID = 1L;
    }

    private static final class Bounded extends java.io.FilterOutputStream {
        private long left;

        Bounded(OutputStream out, long most) {
            super(out);
            left = most;
        }

        @Override
        public void write(int one) throws IOException {
            take(1);
            out.write(one);
        }

        @Override
        public void write(byte[] bytes, int from, int length) throws IOException {
            take(length);
            out.write(bytes, from, length);
        }

        private void take(int length) throws IOException {
            left -= length;
            if (left < 0) {
                throw new TooMuchException();
            }
        }
    }
}
