package org.redress.triage.judgement;

/**
 * What two signals mean when one follows the other closely in the same sentence.
 *
 * @param signal what it yields; for {@link Kind#CANCEL} ignored
 * @param kind whether a find is added or taken back
 * @param first the signal that comes first
 * @param then the signal that follows it
 * @param within the largest gap in characters
 */
record Nearness(String signal, Kind kind, String first, String then, int within) {

    enum Kind {
        /** "not" shortly before "arrived" yields "not arrived". */
        NEAR,
        /** "not" shortly before "stolen" takes "stolen" back. */
        CANCEL
    }
}
