package org.redress.intake.completeness;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.text.Normalizer;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Set;
import java.util.regex.Pattern;

/** Tells words that say nothing, such as "please handle it", from words that do (R04). Thread-safe. */
public final class VagueWords {
    private static final Pattern NO_LETTERS = Pattern.compile("[^\\p{L}\\p{N}]+");
    private static final String FILE = "/org/redress/intake/completeness/vague-words.txt";

    /** Longest first, so that no part of a word is taken for another. */
    private static final List<String> WITHOUT_BLANKS;

    private static final Set<String> WORDS;

    static {
        List<String> all = read();
        WITHOUT_BLANKS = all.stream()
                .filter(word -> !isLatin(word))
                .sorted(Comparator.comparingInt(String::length).reversed())
                .toList();
        WORDS = new HashSet<>(all.stream().filter(VagueWords::isLatin).toList());
    }

    private VagueWords() {}

    /** Whether nothing is left of the text without the words that ask for nothing in particular. */
    public static boolean sayNothing(String text) {
        String plain = Normalizer.normalize(text, Normalizer.Form.NFKC).toLowerCase(Locale.ROOT);
        for (String word : WITHOUT_BLANKS) {
            plain = plain.replace(word, " ");
        }
        return NO_LETTERS.splitAsStream(plain).filter(word -> !word.isEmpty()).allMatch(WORDS::contains);
    }

    private static boolean isLatin(String word) {
        return word.chars().allMatch(c -> c >= 'a' && c <= 'z');
    }

    private static List<String> read() {
        InputStream in = Objects.requireNonNull(VagueWords.class.getResourceAsStream(FILE), FILE);
        try (var lines = new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8))) {
            return lines.lines()
                    .map(String::strip)
                    .filter(line -> !line.isEmpty() && !line.startsWith("#"))
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
