package org.redress.intake.content.cleaning;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import javax.imageio.ImageIO;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.pdmodel.graphics.image.PDImageXObject;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.redress.intake.content.ContentType;
import org.redress.intake.content.RefusalReason;

/** Where files tell a place beside what they show: within documents, however packed, and in boxes that nobody asks for. */
class HiddenPlacesTest {
    private static final String PLACE = "N31 14 E121 29";

    @TempDir
    Path directory;

    static Stream<Arguments> photographs() {
        byte[] jpeg = told(Pictures.jpeg(40, 30));
        byte[] packed = Bytes.packed(jpeg);
        byte[] hex = Bytes.of(java.util.HexFormat.of().formatHex(jpeg), ">");
        byte[] jp2 = Pictures.jpeg2000(PLACE);
        return Stream.of(
                photograph("/Filter/DCTDecode", jpeg),
                photograph("/Filter[/DCTDecode]", jpeg),
                photograph("/Filter/DCT", jpeg),
                photograph("/Filter[/DCT]", jpeg),
                photograph("/Filter/DCT#44ecode", jpeg),
                photograph("/Filter 9 0 R", jpeg),
                photograph("/Filter[9 0 R]", jpeg),
                photograph("/Filter[/DCTDecode]/DecodeParms[<</ColorTransform 1>>]", jpeg),
                photograph("/Filter[/FlateDecode/DCTDecode]", packed),
                photograph("/Filter[/Fl/DCT]/DecodeParms[null<</ColorTransform 1>>]", packed),
                photograph("/Filter[/FlateDecode/FlateDecode/DCTDecode]", Bytes.packed(packed)),
                photograph("/Filter[/ASCIIHexDecode/DCTDecode]", hex),
                photograph("/Filter[/AHx/DCT]", hex),
                photograph(
                        "/Filter[/ASCIIHexDecode/FlateDecode/DCTDecode]",
                        Bytes.of(java.util.HexFormat.of().formatHex(packed), ">")),
                photograph("/Filter/JPXDecode", jp2),
                photograph("/Filter[/JPXDecode]", jp2),
                photograph("/Filter[/FlateDecode/JPXDecode]", Bytes.packed(jp2)),
                photograph("/Filter/JPXDecode", Pictures.codestream(PLACE)),
                photograph("/F/DCTDecode", jpeg),
                photograph("/F(photograph.jpg)/FFilter/DCTDecode", jpeg));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("photographs")
    void aPhotographInADocumentTellsNoPlaceHoweverItIsPacked(String entries, byte[] content) throws Exception {
        byte[] copy = cleaned(ContentType.PDF, Documents.withPicture(entries, 40, 30, content));

        try (var document = Loader.loadPDF(copy)) {
            var resources = document.getPage(0).getResources();
            var picture = (PDImageXObject) resources.getXObject(COSName.getPDFName("P"));
            byte[] stream;
            try (var raw = picture.getCOSObject().createRawInputStream()) {
                stream = raw.readAllBytes();
            }
            assertThat(Bytes.text(stream)).doesNotContain(PLACE, "a comment");
            if (entries.contains("JPX")) {
                assertThat(picture.getCOSObject().getFilters()).isEqualTo(COSName.JPX_DECODE);
            }
            if (entries.contains("DCT") && !entries.startsWith("/F(") && !entries.startsWith("/F/")) {
                var shown = ImageIO.read(new java.io.ByteArrayInputStream(stream));
                var sent = ImageIO.read(new java.io.ByteArrayInputStream(Pictures.jpeg(40, 30)));
                assertThat(shown.getRGB(3, 3)).isEqualTo(sent.getRGB(3, 3));
                assertThat(picture.getImage().getWidth()).isEqualTo(40);
            }
        }
        assertThat(Bytes.text(copy)).doesNotContain(PLACE);
    }

    static Stream<Arguments> refused() {
        byte[] jpeg = told(Pictures.jpeg(40, 30));
        byte[] zeros = Bytes.packed(Pictures.packedZeros(300));
        return Stream.of(
                refused("half a photograph", "/Filter/DCTDecode", Bytes.start(jpeg, jpeg.length / 2)),
                refused("a page for a photograph", "/Filter[/DCTDecode]", Bytes.of("<html>", PLACE)),
                refused("a packed page for a photograph", "/Filter[/Fl/DCT]", Bytes.packed(Bytes.of("<html>", PLACE))),
                refused("a photograph in a photograph", "/Filter[/DCTDecode/FlateDecode]", jpeg),
                refused("an unknown filter", "/Filter[/Rot13/DCTDecode]", jpeg),
                refused("a filter that is a number", "/Filter[13]", jpeg),
                refused("half a JPEG 2000", "/Filter/JPXDecode", Bytes.start(Pictures.jpeg2000(PLACE), 150)),
                refused("a page for a JPEG 2000", "/Filter/JPXDecode", Bytes.of("<html>", PLACE)),
                Arguments.of(
                        "60000 x 60000 pixels",
                        Documents.withPicture("/Filter/FlateDecode", 60_000, 60_000, Bytes.packed(new byte[10])),
                        RefusalReason.TOO_MANY_PIXELS),
                Arguments.of(
                        "300 MB packed twice",
                        Documents.withPicture("/Filter[/FlateDecode/FlateDecode]", 16, 16, zeros),
                        RefusalReason.TOO_COMPLEX),
                Arguments.of(
                        "300 MB packed once",
                        Documents.withPicture("/Filter/FlateDecode", 16, 16, Pictures.packedZeros(300)),
                        RefusalReason.TOO_COMPLEX),
                Arguments.of("a page of 300 MB", Documents.bomb(300), RefusalReason.TOO_COMPLEX),
                Arguments.of(
                        "a photograph amid the drawing",
                        Documents.drawing(Bytes.of("q BI /W 40 /H 30 /BPC 8 /CS /RGB /F /DCT ID ", jpeg, "\nEI Q")),
                        RefusalReason.TOO_COMPLEX),
                Arguments.of(
                        "a packed photograph amid the drawing",
                        Documents.drawing(Bytes.of(
                                "q BI /W 40 /H 30 /BPC 8 /CS /RGB /Filter [/AHx /DCT] ID ",
                                java.util.HexFormat.of().formatHex(jpeg),
                                ">\nEI Q")),
                        RefusalReason.TOO_COMPLEX));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("refused")
    void aDocumentThatCannotBeClearedIsRefused(String name, byte[] file, RefusalReason reason) throws IOException {
        Path original = Files.write(directory.resolve("original"), file);

        assertThatExceptionOfType(UncleanFileException.class)
                .isThrownBy(() -> Cleaners.of(ContentType.PDF).clean(original, directory.resolve("copy")))
                .satisfies(refusal ->
                        assertThat(refusal.reason()).as(refusal.getMessage()).isEqualTo(reason));
    }

    @Test
    void smallPicturesAmidADrawingStay() throws Exception {
        byte[] copy = cleaned(
                ContentType.PDF,
                Documents.drawing(Bytes.of("q BI /W 4 /H 1 /BPC 8 /CS /G ID abcd\nEI Q (a BI in words) Tj")));

        try (var document = Loader.loadPDF(copy);
                var drawing = document.getPage(0).getContents()) {
            assertThat(Bytes.text(drawing.readAllBytes())).contains("abcd", "a BI in words");
        }
    }

    static Stream<String> around() {
        return Stream.of(
                "moov", "trak", "mdia", "minf", "stbl", "edts", "mvex", "moof", "traf", "mfra", "dref", "stsd");
    }

    @ParameterizedTest
    @MethodSource("around")
    void aRecordingTellsNoPlaceInBoxesThatNobodyAsksFor(String where) throws Exception {
        for (String box : new String[] {"Xtra", "\u00a9xyz", "GPS ", "loci", "xyz1"}) {
            byte[] recording = Recordings.told(where, Recordings.box(box, PLACE));
            assertThat(Bytes.text(recording)).contains(PLACE);

            byte[] copy = cleaned(ContentType.MP4, recording);

            assertThat(copy).hasSameSizeAs(recording);
            assertThat(Bytes.text(copy))
                    .as(where)
                    .doesNotContain(PLACE, box, "coded by")
                    .contains("the pictures and the sound", "avc1", "avcC how it is coded", "stco", "elst", "trun");
        }
    }

    private byte[] cleaned(ContentType type, byte[] file) throws Exception {
        Path original = Files.write(directory.resolve("original"), file);
        Path copy = directory.resolve("copy");
        assertThat(Cleaners.of(type).clean(original, copy)).isEqualTo(type);
        return Files.readAllBytes(copy);
    }

    /** As a camera writes it: with a place, a packet of words and a comment. */
    private static byte[] told(byte[] jpeg) {
        byte[] exif = Pictures.withSegment(jpeg, 0xE1, Bytes.of("Exif\0\0", PLACE));
        byte[] xmp = Pictures.withSegment(exif, 0xE1, Bytes.of("http://ns.adobe.com/xap/1.0/\0", PLACE));
        return Pictures.withSegment(xmp, 0xFE, Bytes.of("a comment at ", PLACE));
    }

    private static Arguments photograph(String entries, byte[] content) {
        return Arguments.of(entries, content);
    }

    private static Arguments refused(String name, String entries, byte[] content) {
        return Arguments.of(name, Documents.withPicture(entries, 40, 30, content), RefusalReason.DAMAGED);
    }
}
