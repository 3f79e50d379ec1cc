package org.redress.triage.judgement;

import java.text.Normalizer;
import java.util.Locale;

/**
 * A text made comparable: bounded, compatibility-folded (full-width to half-width), lower case by {@link Locale#ROOT},
 * typographic apostrophes made plain, white space and invisible characters collapsed.
 */
final class FoldedText {

    /** Characters of a text that are judged. Whoever writes more has said what happened long before. */
    static final int LIMIT = 20_000;

    private final String value;

    private FoldedText(String value) {
        this.value = value;
    }

    /** Folds {@code raw}; takes time linear in the bounded length, never fails, also not on broken surrogates. */
    static FoldedText of(String raw) {
        String bounded = raw.length() > LIMIT ? raw.substring(0, LIMIT) : raw;
        String folded = Normalizer.normalize(bounded, Normalizer.Form.NFKC).toLowerCase(Locale.ROOT);
        StringBuilder out = new StringBuilder(Math.min(folded.length(), LIMIT));
        boolean space = true;
        for (int i = 0; i < folded.length() && out.length() < LIMIT; i++) {
            char c = folded.charAt(i);
            if (Character.isWhitespace(c) || Character.isSpaceChar(c)) {
                if (!space) {
                    out.append(' ');
                }
                space = true;
            } else if (!isInvisible(c)) {
                out.append(plain(c));
                space = false;
            }
        }
        return new FoldedText(out.toString());
    }

    String value() {
        return value;
    }

    /** A term begins or ends a word here: only Latin letters and digits make words, Chinese has no gaps. */
    static boolean isWordCharacter(char c) {
        return (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9');
    }

    private static boolean isInvisible(char c) {
        return Character.getType(c) == Character.FORMAT || Character.isISOControl(c);
    }

    private static char plain(char c) {
        return switch (c) {
            case '\u2018', '\u2019', '`', '\u00b4' -> '\'';
            case '\u2010', '\u2011', '\u2012', '\u2013', '\u2014' -> '-';
            default -> c;
        };
    }
}
