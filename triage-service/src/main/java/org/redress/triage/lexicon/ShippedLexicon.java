package org.redress.triage.lexicon;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.redress.triage.judgement.Judge;
import org.redress.triage.judgement.Lexicon;

/** Produces the judge of the lexicon that this version ships. A lexicon that can't be read stops the start. */
@ApplicationScoped
public class ShippedLexicon {

    private static final String FOLDER = "/judgement/";

    /** The lexicon of this version, read from the class path. */
    public static Lexicon read() {
        return Lexicon.read(lines("signals.tsv"), lines("nearness.tsv"), lines("rules.tsv"));
    }

    @Produces
    @Singleton
    Judge judge() {
        return new Judge(read());
    }

    private static List<String> lines(String name) {
        try (InputStream in = ShippedLexicon.class.getResourceAsStream(FOLDER + name)) {
            if (in == null) {
                throw new IllegalStateException("the lexicon has no " + name);
            }
            return new String(in.readAllBytes(), StandardCharsets.UTF_8).lines().toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
