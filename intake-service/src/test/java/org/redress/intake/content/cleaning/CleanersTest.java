package org.redress.intake.content.cleaning;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import javax.imageio.ImageIO;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.text.PDFTextStripper;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.redress.intake.content.ContentType;
import org.redress.intake.content.RefusalReason;

/** Good files keep what they show and lose what they tell; bad ones have each its answer. */
class CleanersTest {
    @TempDir
    Path directory;

    static Stream<Arguments> badFiles() {
        byte[] jpeg = Pictures.jpeg(60, 40);
        byte[] png = Pictures.png(60, 40);
        byte[] mp4 = Recordings.mp4("isom");
        return Stream.of(
                bad("half a JPEG", ContentType.JPEG, Bytes.start(jpeg, jpeg.length / 2), RefusalReason.DAMAGED),
                bad("a JPEG's first bytes", ContentType.JPEG, Bytes.start(jpeg, 20), RefusalReason.DAMAGED),
                bad(
                        "a page after a JPEG's start",
                        ContentType.JPEG,
                        Bytes.of(0xFF, 0xD8, 0xFF, "<html>"),
                        RefusalReason.DAMAGED),
                bad("a JPEG of 65535 x 65535", ContentType.JPEG, huge(jpeg), RefusalReason.TOO_MANY_PIXELS),
                bad("a JPEG with 100 scans", ContentType.JPEG, scans(jpeg, 100), RefusalReason.TOO_COMPLEX),
                bad("half a PNG", ContentType.PNG, Bytes.start(png, png.length / 2), RefusalReason.DAMAGED),
                bad(
                        "a PNG of 50000 x 50000",
                        ContentType.PNG,
                        Pictures.bomb(50_000, 50_000),
                        RefusalReason.TOO_MANY_PIXELS),
                bad(
                        "a PNG of -1 pixels",
                        ContentType.PNG,
                        Pictures.png(0xFFFFFFFFL, 1, new byte[9]),
                        RefusalReason.TOO_MANY_PIXELS),
                bad("a PNG without pixels", ContentType.PNG, Pictures.png(0, 10, new byte[9]), RefusalReason.DAMAGED),
                bad(
                        "a PNG with too few pixels",
                        ContentType.PNG,
                        Pictures.png(60_000, 800, Pictures.packedZeros(1)),
                        RefusalReason.DAMAGED),
                bad(
                        "a PNG with a page for pixels",
                        ContentType.PNG,
                        Pictures.png(10, 10, Bytes.of("<html>")),
                        RefusalReason.DAMAGED),
                bad("a PNG with a changed byte", ContentType.PNG, changed(png, png.length - 30), RefusalReason.DAMAGED),
                bad(
                        "a moving PNG",
                        ContentType.PNG,
                        Pictures.withChunk(png, "acTL", new byte[8]),
                        RefusalReason.ANIMATED),
                bad(
                        "a PNG with an unknown critical chunk",
                        ContentType.PNG,
                        Pictures.withChunk(png, "EVIL", new byte[8]),
                        RefusalReason.DAMAGED),
                bad("half a WebP", ContentType.WEBP, Bytes.start(Pictures.WEBP, 30), RefusalReason.DAMAGED),
                bad("a moving WebP", ContentType.WEBP, webp("ANIM", new byte[6]), RefusalReason.ANIMATED),
                bad(
                        "a WebP of 16M x 16M",
                        ContentType.WEBP,
                        webp("VP8X", Bytes.of(0, 0, 0, 0, "\u00ff\u00ff\u00ff\u00ff\u00ff\u00ff")),
                        RefusalReason.TOO_MANY_PIXELS),
                bad("half an MP4", ContentType.MP4, Bytes.start(mp4, mp4.length / 2), RefusalReason.DAMAGED),
                bad(
                        "an MP4 with a zip behind",
                        ContentType.MP4,
                        Bytes.of(mp4, Documents.zip("a")),
                        RefusalReason.DAMAGED),
                bad("an MP4 without an index", ContentType.MP4, Bytes.start(mp4, 58), RefusalReason.DAMAGED),
                bad(
                        "an MP4 of a measurement only",
                        ContentType.MP4,
                        Bytes.of(Recordings.box("moov", Recordings.track("meta", 1))),
                        RefusalReason.DAMAGED),
                bad(
                        "an MP4 whose pictures are at a host",
                        ContentType.MP4,
                        Bytes.of(Recordings.box("moov", Recordings.track("vide", 0))),
                        RefusalReason.DAMAGED),
                bad("boxes in boxes", ContentType.MP4, deepBoxes(), RefusalReason.DAMAGED),
                bad(
                        "text as MP3",
                        ContentType.MP3,
                        Bytes.of("ID3 is what this text begins with"),
                        RefusalReason.DAMAGED),
                bad("half a WAV", ContentType.WAV, Bytes.start(Recordings.wav(), 900), RefusalReason.DAMAGED),
                bad(
                        "an AMR with a page inside",
                        ContentType.AMR,
                        Bytes.of(Recordings.amr(), "<html>"),
                        RefusalReason.DAMAGED),
                bad("half a PDF", ContentType.PDF, Bytes.start(Documents.pdf(), 300), RefusalReason.DAMAGED),
                bad("a PDF behind a picture", ContentType.PDF, Bytes.of(jpeg, Documents.pdf()), RefusalReason.DAMAGED),
                bad(
                        "a PDF before a zip",
                        ContentType.PDF,
                        Bytes.of(Documents.pdf(), new byte[3000], Documents.zip("a")),
                        RefusalReason.DAMAGED),
                bad("a PDF with a password", ContentType.PDF, Documents.locked("secret"), RefusalReason.ENCRYPTED),
                bad("a PDF without pages", ContentType.PDF, Bytes.of("%PDF-1.4\n%%EOF"), RefusalReason.DAMAGED),
                bad("text with NUL", ContentType.TEXT, Bytes.of("a", 0, "b"), RefusalReason.NOT_TEXT),
                bad(
                        "text with escapes of terminals",
                        ContentType.TEXT,
                        Bytes.of("a\u001b[31m"),
                        RefusalReason.NOT_TEXT),
                bad(
                        "bytes of no charset",
                        ContentType.TEXT,
                        Bytes.of("abc", 0xFF, 0xFF, 0x80),
                        RefusalReason.NOT_TEXT));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("badFiles")
    void aBadFileHasItsAnswer(String name, ContentType type, byte[] file, RefusalReason reason) throws IOException {
        Path original = Files.write(directory.resolve("original"), file);
        assertThatExceptionOfType(UncleanFileException.class)
                .isThrownBy(() -> Cleaners.of(type).clean(original, directory.resolve("copy")))
                .satisfies(refusal ->
                        assertThat(refusal.reason()).as(refusal.getMessage()).isEqualTo(reason));
        assertThat(original).hasBinaryContent(file);
    }

    @Test
    void aPhotographIsTurnedUprightAndLosesPlaceMakerAndWhatIsAppended() throws Exception {
        byte[] photograph = Pictures.withSegment(Pictures.jpeg(90, 60), 0xE1, Pictures.EXIF);
        byte[] copy = cleaned(ContentType.JPEG, Bytes.of(photograph, "<script>alert(1)</script>"));
        assertThat(Bytes.text(copy)).doesNotContain("Exif", "HUAWEI", "121 29", "<script>");
        BufferedImage picture = ImageIO.read(directory.resolve("copy").toFile());
        assertThat(picture.getWidth()).isEqualTo(60);
        assertThat(picture.getHeight()).isEqualTo(90);
        assertThat(picture.getRGB(55, 5) >> 16 & 0xFF)
                .as("red corner at the top right")
                .isGreaterThan(200);
        assertThat(picture.getRGB(5, 85) & 0xFF)
                .as("blue corner at the bottom left")
                .isGreaterThan(200);
    }

    @Test
    void aProgressiveJpegAndAGreyOnePass() throws Exception {
        cleaned(ContentType.JPEG, Pictures.interlaced("jpeg", 100, 80));
        assertThat(ImageIO.read(directory.resolve("copy").toFile()).getWidth()).isEqualTo(100);
        cleaned(ContentType.JPEG, Pictures.written("jpeg", Pictures.picture(30, 20, BufferedImage.TYPE_BYTE_GRAY)));
        assertThat(ImageIO.read(directory.resolve("copy").toFile()).getHeight()).isEqualTo(20);
    }

    @ParameterizedTest
    @MethodSource("pngs")
    void aPngKeepsEveryPixel(byte[] png) throws Exception {
        byte[] loaded = Pictures.withChunk(
                Pictures.withChunk(png, "zTXt", Bytes.of("Author\0\0", Pictures.packedZeros(50))),
                "iCCP",
                Bytes.of("profile\0\0", Pictures.packedZeros(50)));
        byte[] copy = cleaned(ContentType.PNG, Bytes.of(loaded, Documents.zip("appended")));
        assertThat(Bytes.text(copy))
                .doesNotContain("zTXt", "iCCP", "PK\u0003\u0004")
                .endsWith("IEND\u00aeB`\u0082");
        BufferedImage before = ImageIO.read(new java.io.ByteArrayInputStream(png));
        BufferedImage after = ImageIO.read(directory.resolve("copy").toFile());
        for (int y = 0; y < before.getHeight(); y++) {
            for (int x = 0; x < before.getWidth(); x++) {
                assertThat(after.getRGB(x, y)).isEqualTo(before.getRGB(x, y));
            }
        }
    }

    static Stream<byte[]> pngs() {
        return Stream.of(
                Pictures.png(61, 43),
                Pictures.interlaced("png", 61, 43),
                Pictures.interlaced("png", 3, 2),
                Pictures.written("png", Pictures.picture(61, 43, BufferedImage.TYPE_BYTE_INDEXED)),
                Pictures.written("png", Pictures.picture(61, 43, BufferedImage.TYPE_BYTE_BINARY)),
                Pictures.written("png", Pictures.picture(61, 43, BufferedImage.TYPE_USHORT_GRAY)));
    }

    @Test
    void aWebpBecomesAPictureThatEverybodyCanShow() throws Exception {
        Path original = Files.write(directory.resolve("original"), Pictures.WEBP);
        assertThat(Cleaners.of(ContentType.WEBP).clean(original, directory.resolve("copy")))
                .isEqualTo(ContentType.JPEG);
        Files.write(original, Pictures.WEBP_LOSSLESS);
        assertThat(Cleaners.of(ContentType.WEBP)
                        .clean(original, directory.resolve("copy"))
                        .family())
                .isEqualTo(ContentType.Family.IMAGE);
        assertThat(ImageIO.read(directory.resolve("copy").toFile())).isNotNull();
    }

    @Test
    void aRecordingLosesPlaceTimesNamesAndMeasurementsAndNothingMoves() throws Exception {
        byte[] recording = Recordings.mp4("isom");
        byte[] copy = cleaned(ContentType.MP4, recording);
        assertThat(copy).hasSameSizeAs(recording);
        assertThat(Bytes.text(copy))
                .contains("the pictures and the sound", "vide", "soun", "stco")
                .doesNotContain("+31.2304", "iPhone", "Zhang San", "\u00e0\u00c2\u00a3\u00f0", "XMP", "uuid", "udta");
        assertThat(Bytes.indexOf(copy, "mdat")).isEqualTo(Bytes.indexOf(recording, "mdat"));
        assertThat(Bytes.text(copy).split("trak", -1)).hasSize(3);
    }

    @Test
    void aRecordingWithoutPicturesIsSound() throws Exception {
        Path original = Files.write(directory.resolve("original"), Recordings.onlySound());
        assertThat(Cleaners.of(ContentType.MP4).clean(original, directory.resolve("copy")))
                .isEqualTo(ContentType.M4A);
    }

    @Test
    void soundLosesItsTitles() throws Exception {
        assertThat(Bytes.text(cleaned(ContentType.MP3, Recordings.mp3())))
                .hasSize(20 * 417)
                .doesNotContain("Zhang San");
        assertThat(Bytes.text(cleaned(ContentType.WAV, Recordings.wav())))
                .hasSize(44 + 1602)
                .startsWith("RIFF")
                .doesNotContain("Zhang San", "PK");
        assertThat(cleaned(ContentType.AMR, Recordings.amr())).isEqualTo(Recordings.amr());
    }

    @Test
    void aDocumentKeepsItsWordsAndLosesEverythingThatActsOrTells() throws Exception {
        byte[] copy = cleaned(ContentType.PDF, Documents.loaded());
        try (var document = Loader.loadPDF(copy)) {
            assertThat(new PDFTextStripper().getText(document)).contains("Invoice 25312000 over 100.00");
            assertThat(document.getDocumentInformation().getMetadataKeys()).isEmpty();
            assertThat(document.getDocumentCatalog().getNames()).isNull();
            assertThat(document.getDocumentCatalog().getOpenAction()).isNull();
            assertThat(document.getPage(0).getAnnotations()).isEmpty();
            assertThat(document.getPage(0).getActions().getO()).isNull();
        }
        assertThat(Bytes.text(copy))
                .contains("\u00ff\u00d8")
                .doesNotContain("script", "calc.exe", "attached", "Zhang", "Exif", "HUAWEI", "JavaScript", "Launch");
        assertThat(cleaned(ContentType.PDF, Documents.loaded())).isEqualTo(copy);
    }

    @Test
    void aDocumentThatOnlyForbidsChangesIsRead() throws Exception {
        try (var document = Loader.loadPDF(cleaned(ContentType.PDF, Documents.locked("")))) {
            assertThat(document.isEncrypted()).isFalse();
            assertThat(new PDFTextStripper().getText(document)).contains("Invoice");
        }
    }

    @Test
    void textIsReadInWhatChineseSystemsWriteAndBecomesUtf8() throws Exception {
        String text = "客服：您好，订单𠮷QH2023 已受理\r\n\t<b>不是标签</b>\u202E\n";
        for (Charset charset : new Charset[] {UTF_8, Charset.forName("GB18030"), StandardCharsets.UTF_16}) {
            assertThat(cleaned(ContentType.TEXT, text.getBytes(charset))).isEqualTo(text.getBytes(UTF_8));
        }
        assertThat(cleaned(ContentType.TEXT, ("\uFEFF" + text).getBytes(UTF_8))).isEqualTo(text.getBytes(UTF_8));
    }

    private byte[] cleaned(ContentType type, byte[] file) throws Exception {
        Path original = Files.write(directory.resolve("original"), file);
        Path copy = directory.resolve("copy");
        assertThat(Cleaners.of(type).clean(original, copy)).isEqualTo(type);
        try (Stream<Path> left = Files.list(directory)) {
            assertThat(left).hasSize(2);
        }
        return Files.readAllBytes(copy);
    }

    private static Arguments bad(String name, ContentType type, byte[] file, RefusalReason reason) {
        return Arguments.of(name, type, file, reason);
    }

    private static byte[] changed(byte[] file, int at) {
        byte[] changed = file.clone();
        changed[at] ^= 0x55;
        return changed;
    }

    private static byte[] huge(byte[] jpeg) {
        byte[] huge = jpeg.clone();
        int frame = Bytes.indexOf(jpeg, "\u00ff\u00c0");
        java.util.Arrays.fill(huge, frame + 5, frame + 9, (byte) 0xFF);
        return huge;
    }

    private static byte[] scans(byte[] jpeg, int count) {
        int scan = Bytes.indexOf(jpeg, "\u00ff\u00da");
        byte[] one = java.util.Arrays.copyOfRange(jpeg, scan, jpeg.length - 2);
        Object[] parts = new Object[count + 2];
        java.util.Arrays.fill(parts, one);
        parts[0] = Bytes.start(jpeg, scan);
        parts[count + 1] = Bytes.of(0xFF, 0xD9);
        return Bytes.of(parts);
    }

    private static byte[] webp(String chunk, byte[] content) {
        byte[] body = Bytes.of("WEBP", chunk, Bytes.little32(content.length), content);
        return Bytes.of("RIFF", Bytes.little32(body.length), body);
    }

    private static byte[] deepBoxes() {
        byte[] box = new byte[0];
        for (int i = 0; i < 20; i++) {
            box = Recordings.box("moov", box);
        }
        return box;
    }
}
