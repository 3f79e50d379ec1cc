package org.redress.triage.judgement;

/**
 * A word or phrase that stands for a signal.
 *
 * @param text folded text to find
 * @param signal what finding it says
 * @param open the word may go on after it ({@code charg*})
 */
record Term(String text, String signal, boolean open) {

    /** Whether the find at {@code [start, end)} is a whole word, so that {@code app} is not found in {@code happy}. */
    boolean standsAlone(String in, int start, int end) {
        boolean begins = start == 0
                || !FoldedText.isWordCharacter(text.charAt(0))
                || !FoldedText.isWordCharacter(in.charAt(start - 1));
        boolean ends = open
                || end == in.length()
                || !FoldedText.isWordCharacter(text.charAt(text.length() - 1))
                || !FoldedText.isWordCharacter(in.charAt(end));
        return begins && ends;
    }
}
