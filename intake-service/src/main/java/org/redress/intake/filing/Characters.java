package org.redress.intake.filing;

/** Which characters a text may hold: all that people write, none that break a database, a log or a display. */
public final class Characters {
    private Characters() {}

    /** Whether this is good text of several lines. */
    public static boolean areText(String text) {
        return text.codePoints().allMatch(c -> c == '\n' || c == '\r' || c == '\t' || isGood(c));
    }

    /** Whether this is good text of one line. */
    public static boolean areLine(String text) {
        return text.codePoints().allMatch(Characters::isGood);
    }

    private static boolean isGood(int c) {
        return switch (Character.getType(c)) {
            case Character.CONTROL, Character.SURROGATE, Character.LINE_SEPARATOR, Character.PARAGRAPH_SEPARATOR ->
                false;
            default -> (c & 0xFFFE) != 0xFFFE;
        };
    }
}
