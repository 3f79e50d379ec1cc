package org.redress.intake.content;

import java.util.Locale;

/** Why a file is not accepted. The code is stable; texts that say what would pass are in {@link RefusalTexts}. */
public enum RefusalReason {
    /** Nothing in it. */
    EMPTY,
    /** No type of the list: pages, drawings with scripts, archives, programs, office files, and so on. */
    TYPE,
    /** It begins like its type and cannot be read as such: cut off, damaged, or two things in one. */
    DAMAGED,
    /** A moving picture where a still one belongs. */
    ANIMATED,
    /** More pixels than are shown to anybody. */
    TOO_MANY_PIXELS,
    /** It asks for a password. */
    ENCRYPTED,
    /** Reading it takes more time or memory than a file of its size may: made to do so, mostly. */
    TOO_COMPLEX,
    /** Text that is neither UTF-8 nor GB 18030, or has characters that no text has. */
    NOT_TEXT,
    /** The scanner knows it as harmful. */
    VIRUS;

    /** The stable code on the wire, in kebab case. */
    public String code() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
