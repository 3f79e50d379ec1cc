package org.redress.intake.content.cleaning;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.GregorianCalendar;
import java.util.Map;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDDocumentNameDictionary;
import org.apache.pdfbox.pdmodel.PDEmbeddedFilesNameTreeNode;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.PDPageContentStream;
import org.apache.pdfbox.pdmodel.common.filespecification.PDComplexFileSpecification;
import org.apache.pdfbox.pdmodel.common.filespecification.PDEmbeddedFile;
import org.apache.pdfbox.pdmodel.encryption.AccessPermission;
import org.apache.pdfbox.pdmodel.encryption.StandardProtectionPolicy;
import org.apache.pdfbox.pdmodel.font.PDType1Font;
import org.apache.pdfbox.pdmodel.font.Standard14Fonts;
import org.apache.pdfbox.pdmodel.graphics.image.PDImageXObject;
import org.apache.pdfbox.pdmodel.interactive.action.PDActionJavaScript;
import org.apache.pdfbox.pdmodel.interactive.action.PDActionLaunch;
import org.apache.pdfbox.pdmodel.interactive.annotation.PDAnnotationLink;

/** Documents, made for each test. */
public final class Documents {
    /** Arrays in arrays in arrays. */
    public static final byte[] DEEP = deep(1_000_000);

    /** A page whose content unpacks to a gigabyte. */
    public static final byte[] BOMB = bomb(1024);

    private Documents() {}

    /** What is done to a document before it is saved. */
    interface Change {
        void to(PDDocument document) throws IOException;
    }

    /** An invoice of one page, changed. */
    static byte[] pdf(Change change) {
        try (var document = new PDDocument()) {
            var page = new PDPage();
            document.addPage(page);
            try (var content = new PDPageContentStream(document, page)) {
                content.beginText();
                content.setFont(new PDType1Font(Standard14Fonts.FontName.HELVETICA), 12);
                content.newLineAtOffset(72, 700);
                content.showText("Invoice 25312000 over 100.00");
                content.endText();
            }
            change.to(document);
            var out = new ByteArrayOutputStream();
            document.save(out);
            return out.toByteArray();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** An invoice. */
    public static byte[] pdf() {
        return pdf(document -> {});
    }

    /** With a script, a program to start, a link, an attached file, an author, and a photograph with a place. */
    public static byte[] loaded() {
        return pdf(document -> {
            document.getDocumentCatalog().setOpenAction(new PDActionJavaScript("app.alert('script')"));
            document.getDocumentInformation().setAuthor("Zhang San");
            document.getDocumentInformation().setCreationDate(new GregorianCalendar());
            var page = document.getPage(0);
            var launch = new PDActionLaunch();
            launch.getCOSObject().setString(COSName.F, "calc.exe");
            var link = new PDAnnotationLink();
            link.setAction(launch);
            page.getAnnotations().add(link);
            page.getCOSObject().setItem(COSName.AA, new PDActionJavaScript("app.alert('page')"));
            attach(document);
            byte[] photograph = Pictures.withSegment(Pictures.jpeg(40, 30), 0xE1, Pictures.EXIF);
            var image = PDImageXObject.createFromByteArray(document, photograph, "photograph");
            try (var content = new PDPageContentStream(document, page, PDPageContentStream.AppendMode.APPEND, true)) {
                content.drawImage(image, 10, 10);
            }
        });
    }

    static byte[] locked(String password) {
        return pdf(
                document -> document.protect(new StandardProtectionPolicy("owner", password, new AccessPermission())));
    }

    /** Arrays in arrays. */
    static byte[] deep(int depth) {
        byte[] start = Bytes.of(
                "%PDF-1.4\n1 0 obj<</Type/Catalog/Pages 2 0 R>>endobj\n2 0 obj<</Type/Pages/Count 1/Kids[3 0 R]>>endobj\n",
                "3 0 obj<</Type/Page/Parent 2 0 R/MediaBox[0 0 9 9]/Resources<</X ",
                "[".repeat(depth),
                "]".repeat(depth),
                ">>>>endobj\n");
        return Bytes.of(start, "trailer<</Root 1 0 R>>\nstartxref\n0\n%%EOF\n");
    }

    /** A page whose content unpacks to that many megabytes. */
    static byte[] bomb(int megabytes) {
        byte[] packed = Pictures.packedZeros(megabytes);
        return Bytes.of(
                "%PDF-1.4\n1 0 obj<</Type/Catalog/Pages 2 0 R>>endobj\n2 0 obj<</Type/Pages/Count 1/Kids[3 0 R]>>endobj\n",
                "3 0 obj<</Type/Page/Parent 2 0 R/MediaBox[0 0 9 9]/Contents 4 0 R>>endobj\n",
                "4 0 obj<</Length " + packed.length + "/Filter/FlateDecode>>stream\n",
                packed,
                "\nendstream endobj\ntrailer<</Root 1 0 R>>\nstartxref\n0\n%%EOF\n");
    }

    /** A page with one picture, whose other entries are given; object 9 is the name of the filter of photographs. */
    static byte[] withPicture(String entries, int width, int height, byte[] content) {
        return Bytes.of(
                "%PDF-1.4\n1 0 obj<</Type/Catalog/Pages 2 0 R>>endobj\n2 0 obj<</Type/Pages/Count 1/Kids[3 0 R]>>endobj\n",
                "3 0 obj<</Type/Page/Parent 2 0 R/MediaBox[0 0 99 99]/Resources<</XObject<</P 4 0 R>>>>/Contents 5 0 R>>endobj\n",
                "4 0 obj<</Type/XObject/Subtype/Image/Width " + width + "/Height " + height,
                "/BitsPerComponent 8/ColorSpace/DeviceRGB/Length " + content.length + entries + ">>stream\n",
                content,
                "\nendstream endobj\n9 0 obj/DCTDecode endobj\n",
                "5 0 obj<</Length 25>>stream\nq 40 0 0 30 9 9 cm /P Do Q\nendstream endobj\n",
                "trailer<</Root 1 0 R>>\nstartxref\n0\n%%EOF\n");
    }

    /** A page that draws this. */
    static byte[] drawing(byte[] content) {
        return Bytes.of(
                "%PDF-1.4\n1 0 obj<</Type/Catalog/Pages 2 0 R>>endobj\n2 0 obj<</Type/Pages/Count 1/Kids[3 0 R]>>endobj\n",
                "3 0 obj<</Type/Page/Parent 2 0 R/MediaBox[0 0 99 99]/Contents 4 0 R>>endobj\n",
                "4 0 obj<</Length " + content.length + ">>stream\n",
                content,
                "\nendstream endobj\ntrailer<</Root 1 0 R>>\nstartxref\n0\n%%EOF\n");
    }

    /** A zip with entries of those names. */
    public static byte[] zip(String... names) {
        var out = new ByteArrayOutputStream();
        try (var zip = new ZipOutputStream(out)) {
            for (String name : names) {
                zip.putNextEntry(new ZipEntry(name));
                zip.write(name.getBytes(java.nio.charset.StandardCharsets.UTF_8));
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return out.toByteArray();
    }

    private static void attach(PDDocument document) throws IOException {
        var file = new PDEmbeddedFile(document, new java.io.ByteArrayInputStream(Bytes.of("MZ a program")));
        var specification = new PDComplexFileSpecification();
        specification.setFile("attached.exe");
        specification.setEmbeddedFile(file);
        var tree = new PDEmbeddedFilesNameTreeNode();
        tree.setNames(Map.of("attached.exe", specification));
        var names = new PDDocumentNameDictionary(document.getDocumentCatalog());
        names.setEmbeddedFiles(tree);
        document.getDocumentCatalog().setNames(names);
    }
}
