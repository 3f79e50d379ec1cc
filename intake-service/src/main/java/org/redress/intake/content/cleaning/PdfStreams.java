package org.redress.intake.content.cleaning;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Iterator;
import java.util.List;
import java.util.Set;
import org.apache.pdfbox.contentstream.operator.Operator;
import org.apache.pdfbox.cos.COSDictionary;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.cos.COSStream;
import org.apache.pdfbox.pdfparser.PDFStreamParser;
import org.apache.pdfbox.pdmodel.common.PDStream;
import org.redress.intake.content.RefusalReason;

/**
 * What is in the streams of a document: photographs, which say where they were taken as photographs elsewhere do, are
 * bared however they are packed; what cannot be bared, or unpacks to more than a document needs, is refused.
 */
final class PdfStreams {
    /** A stream whose bytes are in another file or at another host. What stands here beside that is shown to nobody. */
    private static final List<COSName> ELSEWHERE =
            List.of(COSName.F, COSName.getPDFName("FFilter"), COSName.getPDFName("FDecodeParms"));

    /** Streams that draw have none of these; fonts, colour profiles, functions and pictures have one. */
    private static final List<COSName> DRAW_NOTHING =
            List.of(COSName.LENGTH1, COSName.N, COSName.FUNCTION_TYPE, COSName.getPDFName("ShadingType"));

    private static final Set<String> JPEG = Set.of("DCTDecode", "DCT");
    private static final String JPEG_2000 = "JPXDecode";

    private PdfStreams() {}

    /** Cleans one stream in place. */
    static void clean(COSStream stream) throws UncleanFileException, IOException {
        if (ELSEWHERE.stream().anyMatch(stream::containsKey)) {
            ELSEWHERE.forEach(stream::removeItem);
            stream.createRawOutputStream().close();
        }
        if (!stream.hasData()) {
            return;
        }
        if (COSName.IMAGE.equals(stream.getCOSName(COSName.SUBTYPE))) {
            requireFewPixels(stream);
        }
        PdfFilters filters = PdfFilters.of(stream);
        String last = filters.last();
        if (JPEG.contains(last)) {
            write(stream, filters, COSName.DCT_DECODE, bareJpeg(filters.unpacked(PdfFilters.MOST_HELD)));
        } else if (JPEG_2000.equals(last)) {
            byte[] picture = filters.unpacked(PdfFilters.MOST_HELD);
            Jpeg2000.blank(picture);
            write(stream, filters, COSName.JPX_DECODE, picture);
        } else if (draws(stream)) {
            requireNoPhotographs(filters.unpacked(PdfFilters.MOST_HELD));
        } else {
            filters.requireSmall();
        }
    }

    /** Measures what one page draws, before anybody unpacks it as a whole. */
    static void requireSmall(Iterator<PDStream> drawing) throws UncleanFileException, IOException {
        long left = PdfFilters.MOST_HELD;
        while (drawing.hasNext()) {
            COSStream part = drawing.next().getCOSObject();
            if (part.hasData()) {
                left -= PdfFilters.of(part).unpacked(left).length;
            }
        }
    }

    private static byte[] bareJpeg(byte[] picture) throws UncleanFileException, IOException {
        var bare = new ByteArrayOutputStream(picture.length);
        new JpegSegments(new Source(new ByteArrayInputStream(picture)), bare).pass();
        return bare.toByteArray();
    }

    private static void write(COSStream stream, PdfFilters filters, COSName filter, byte[] content) throws IOException {
        COSDictionary parameters = filters.lastParameters();
        stream.removeItem(COSName.DP);
        stream.removeItem(COSName.DECODE_PARMS);
        if (parameters != null) {
            stream.setItem(COSName.DECODE_PARMS, parameters);
        }
        stream.setItem(COSName.FILTER, filter);
        try (OutputStream out = stream.createRawOutputStream()) {
            out.write(content);
        }
    }

    private static boolean draws(COSStream stream) {
        COSName subtype = stream.getCOSName(COSName.SUBTYPE);
        return COSName.FORM.equals(subtype)
                || (subtype == null && DRAW_NOTHING.stream().noneMatch(stream::containsKey));
    }

    /**
     * Pictures may stand amid what draws them. Small ones do; photographs are not found there but in files made for it, and
     * the drawing would have to be written anew around them.
     */
    private static void requireNoPhotographs(byte[] drawing) throws UncleanFileException, IOException {
        if (!mayHoldPictures(drawing)) {
            return;
        }
        try {
            var parser = new PDFStreamParser(drawing);
            for (Object next = parser.parseNextToken(); next != null; next = parser.parseNextToken()) {
                if (next instanceof Operator operator && operator.getImageParameters() != null) {
                    requireNoPhotograph(operator.getImageParameters());
                }
            }
        } catch (IOException e) {
            // It may be no drawing at all: tables of fonts look like one.
            if (new String(drawing, StandardCharsets.ISO_8859_1).contains("DCT")) {
                throw e;
            }
        }
    }

    private static void requireNoPhotograph(COSDictionary picture) throws UncleanFileException {
        requireFewPixels(picture);
        for (String filter : PdfFilters.names(picture.getDictionaryObject(COSName.F, COSName.FILTER))) {
            if (JPEG.contains(filter) || JPEG_2000.equals(filter)) {
                throw new UncleanFileException(RefusalReason.TOO_COMPLEX, "PDF with a photograph amid its drawing");
            }
        }
    }

    /** Whether the operator that begins a picture could be there; reading word by word takes long. */
    private static boolean mayHoldPictures(byte[] drawing) {
        for (int i = 0; i + 2 < drawing.length; i++) {
            if (drawing[i] == 'B' && drawing[i + 1] == 'I' && !Character.isLetterOrDigit(drawing[i + 2])) {
                return true;
            }
        }
        return false;
    }

    private static void requireFewPixels(COSDictionary picture) throws UncleanFileException {
        int width = picture.getInt(COSName.WIDTH, COSName.W, -1);
        int height = picture.getInt(COSName.HEIGHT, COSName.H, -1);
        if (width > 0 && height > 0) {
            Pixels.requireFew(width, height);
        }
    }
}
