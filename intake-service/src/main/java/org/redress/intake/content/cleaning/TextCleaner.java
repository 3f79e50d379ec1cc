package org.redress.intake.content.cleaning;

import java.io.IOException;
import java.io.InputStreamReader;
import java.io.Reader;
import java.io.Writer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.redress.intake.content.ContentType;
import org.redress.intake.content.RefusalReason;

/**
 * Reads text as UTF-8, as UTF-16 if it begins with its mark, else as GB 18030, to the last byte; the copy is UTF-8 without
 * a mark. What has characters that no text has is none.
 */
final class TextCleaner implements Cleaner {
    private static final char MARK = '\uFEFF';

    @Override
    public ContentType clean(Path original, Path copy) throws UncleanFileException, IOException {
        for (Charset charset : candidates(original)) {
            try {
                copy(original, charset, copy);
                return ContentType.TEXT;
            } catch (CharacterCodingException e) {
                // Not in this one.
            }
        }
        throw new UncleanFileException(RefusalReason.NOT_TEXT, "bytes of no accepted character set");
    }

    private static List<Charset> candidates(Path file) throws IOException {
        try (Source in = new Source(file)) {
            int first = in.next();
            int second = in.next();
            if ((first == 0xFF && second == 0xFE) || (first == 0xFE && second == 0xFF)) {
                return List.of(StandardCharsets.UTF_16);
            }
        }
        return List.of(StandardCharsets.UTF_8, Charset.forName("GB18030"));
    }

    private static void copy(Path original, Charset charset, Path copy) throws UncleanFileException, IOException {
        var decoder = charset.newDecoder()
                .onMalformedInput(CodingErrorAction.REPORT)
                .onUnmappableCharacter(CodingErrorAction.REPORT);
        char[] buffer = new char[16 * 1024];
        boolean first = true;
        try (Reader in = new InputStreamReader(Files.newInputStream(original), decoder);
                Writer out = Files.newBufferedWriter(copy, StandardCharsets.UTF_8)) {
            for (int count = in.read(buffer); count >= 0; count = in.read(buffer)) {
                requireText(buffer, count);
                int mark = first && count > 0 && buffer[0] == MARK ? 1 : 0;
                out.write(buffer, mark, count - mark);
                first = false;
            }
        }
    }

    private static void requireText(char[] buffer, int count) throws UncleanFileException {
        for (int i = 0; i < count; i++) {
            char c = buffer[i];
            boolean isSpace = c == '\t' || c == '\n' || c == '\r' || c == '\f';
            if ((Character.isISOControl(c) && !isSpace) || c == '\uFFFE' || c == '\uFFFF') {
                throw new UncleanFileException(RefusalReason.NOT_TEXT, "characters that no text has");
            }
        }
    }
}
