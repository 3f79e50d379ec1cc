package org.redress.triage.judgement;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Objects;
import java.util.stream.Stream;
import org.junit.jupiter.params.provider.Arguments;
import org.redress.triage.lexicon.ShippedLexicon;

/** The shipped judge, and texts written for this test with what they must be judged as. */
final class OwnTexts {

    static final Judge JUDGE = new Judge(ShippedLexicon.read());

    private OwnTexts() {}

    /** Rows of {@code judgement-texts.tsv}: category, severity, text. */
    static Stream<Arguments> rows() throws IOException {
        try (InputStream in = OwnTexts.class.getResourceAsStream("/judgement-texts.tsv")) {
            String all = new String(Objects.requireNonNull(in).readAllBytes(), StandardCharsets.UTF_8);
            return all.lines()
                    .filter(line -> !line.startsWith("#"))
                    .map(line -> line.split("\t", -1))
                    .map(cells -> Arguments.of(cells[2], Category.valueOf(cells[0]), Severity.valueOf(cells[1])));
        }
    }
}
