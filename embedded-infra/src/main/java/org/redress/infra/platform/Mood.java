package org.redress.infra.platform;

import java.util.EnumSet;
import java.util.List;
import java.util.Set;

/** How a platform meets a call. What sounds like an answer comes after the call has had its effect, unless it says otherwise. */
public enum Mood {
    /** As it should be. */
    GOOD,
    /** A remedy is accepted and not carried out yet; everything else as it should be. */
    ACCEPT,
    /** Nothing is done, and that is the answer. */
    REFUSE,
    /** 429 before anything is done. */
    BUSY,
    /** The same, with a wish to be left alone for a second. */
    BUSY_FOR_A_SECOND,
    /** 503 before anything is done. */
    ERROR_BEFORE,
    /** 302 to a place that does not exist, before anything is done. */
    REDIRECT,
    /** 500. */
    ERROR,
    /** The connection is closed without a word. */
    CUT,
    /** No word, and the connection stays open. */
    HANG,
    /** A byte now and then. */
    TRICKLE,
    /** 200 and no JSON. */
    GARBAGE,
    /** 200 and a JSON array. */
    NO_OBJECT,
    /** 200 and a gigabyte, as far as the caller takes it. */
    FLOOD,
    /** 200 about somebody else's. */
    OTHER_ID,
    /** 200 about another amount. */
    OTHER_AMOUNT,
    /** 200 without the platform's reference. */
    NO_PROOF;

    private static final Set<Mood> NOTHING_DONE = EnumSet.of(REFUSE, BUSY, BUSY_FOR_A_SECOND, ERROR_BEFORE, REDIRECT);

    /** After which a caller cannot know whether its remedy was carried out. */
    static final List<Mood> UNCLEAR =
            List.of(BUSY, ERROR_BEFORE, ERROR, CUT, HANG, GARBAGE, OTHER_ID, OTHER_AMOUNT, NO_PROOF);

    /** Whether a call has its effect. */
    boolean takes() {
        return !NOTHING_DONE.contains(this);
    }
}
