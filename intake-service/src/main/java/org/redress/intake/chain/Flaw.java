package org.redress.intake.chain;

/**
 * The first thing about a timeline that is not as it was written.
 *
 * @param kind what is wrong
 * @param position the first place at which the chain does not hold
 * @param through the last place that may be concerned: a chain that was computed anew differs from what the roots attest
 *     somewhere between two attested places; otherwise the same as {@code position}
 */
public record Flaw(Kind kind, int position, int through) {
    /** What can be wrong. */
    public enum Kind {
        /** The entry, or what its hash covers, is another than was written. */
        CHANGED,
        /** An entry that stood here is gone. */
        REMOVED,
        /** An entry stands here that was not written here. */
        ADDED,
        /** Entries stand in another order. */
        REORDERED,
        /** The chain is whole but shorter than a root attests; {@code position} is the first that is missing. */
        TAIL_CUT,
        /** What was said with the act is another than the entry says, or is gone. */
        WORDS_CHANGED,
        /** A file of evidence, its copy, or what is recorded of it is another than the entry says. */
        EVIDENCE_CHANGED,
        /** A file of evidence, its copy, or the record of it is gone. */
        EVIDENCE_MISSING,
        /** The order that the platform told is another than the entry says, or is gone. */
        ORDER_CHANGED,
        /** The root that attests the entry at this position is not as it was signed, or is gone. */
        ROOT_BROKEN
    }

    /** A root that attests the entry at this position is broken. */
    public static Flaw rootBroken(int position) {
        return at(Kind.ROOT_BROKEN, position);
    }

    /** The order that the entry at this position tells is gone or another. */
    public static Flaw order(int position) {
        return at(Kind.ORDER_CHANGED, position);
    }

    /** The file that the entry at this position names, or what is recorded of it, is gone or another. */
    public static Flaw evidence(Kind kind, int position) {
        return at(kind, position);
    }

    /** What was said with the act at this position is gone or another. */
    public static Flaw words(int position) {
        return at(Kind.WORDS_CHANGED, position);
    }

    static Flaw at(Kind kind, int position) {
        return new Flaw(kind, position, position);
    }
}
