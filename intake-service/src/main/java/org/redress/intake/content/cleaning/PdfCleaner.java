package org.redress.intake.content.cleaning;

import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.io.IOUtils;
import org.apache.pdfbox.io.RandomAccessReadBufferedFile;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.encryption.InvalidPasswordException;
import org.redress.intake.content.ContentType;
import org.redress.intake.content.RefusalReason;

/**
 * Takes a PDF's pages over into a new document: what they show, stamps and filled-in fields among it, and nothing else.
 * Scripts, actions, links, attached files, forms, hidden layers' switches, metadata and signatures are left behind.
 */
final class PdfCleaner implements Cleaner {
    private static final int MOST_PAGES = 300;
    /** Within how many bytes of the end the end mark must be; readers look no further either. */
    private static final int END = 2048;

    @Override
    public ContentType clean(Path original, Path copy) throws UncleanFileException, IOException {
        requireEnds(original);
        try (var in = new RandomAccessReadBufferedFile(original);
                PDDocument from = Loader.loadPDF(in, IOUtils.createMemoryOnlyStreamCache());
                PDDocument to = new PDDocument(IOUtils.createMemoryOnlyStreamCache())) {
            takeOver(from, to);
            // Two copies of one file are one file: the id is not made of the time.
            to.setDocumentId(0L);
            to.save(copy.toFile());
        } catch (InvalidPasswordException e) {
            throw new UncleanFileException(RefusalReason.ENCRYPTED, "PDF with a password");
        } catch (IOException | RuntimeException e) {
            throw UncleanFileException.damaged(
                    "PDF that cannot be read: " + e.getClass().getSimpleName());
        }
        return ContentType.PDF;
    }

    private static void takeOver(PDDocument from, PDDocument to) throws UncleanFileException, IOException {
        var pruning = new PdfPruning();
        int pages = 0;
        for (PDPage page : from.getPages()) {
            if (++pages > MOST_PAGES) {
                throw new UncleanFileException(RefusalReason.TOO_COMPLEX, "PDF with too many pages");
            }
            PdfStreams.requireSmall(page.getContentStreams());
            pruning.prune(to.importPage(page).getCOSObject());
        }
        if (pages == 0) {
            throw UncleanFileException.damaged("PDF without pages");
        }
    }

    private static void requireEnds(Path file) throws UncleanFileException, IOException {
        try (var bytes = new RandomAccessFile(file.toFile(), "r")) {
            byte[] end = new byte[(int) Math.min(END, bytes.length())];
            byte[] start = new byte[Math.min(5, end.length)];
            bytes.readFully(start);
            bytes.seek(bytes.length() - end.length);
            bytes.readFully(end);
            if (!text(start).equals("%PDF-") || !text(end).contains("%%EOF")) {
                throw UncleanFileException.damaged("PDF with something before its start or after its end");
            }
        }
    }

    private static String text(byte[] bytes) {
        return new String(bytes, StandardCharsets.ISO_8859_1);
    }
}
