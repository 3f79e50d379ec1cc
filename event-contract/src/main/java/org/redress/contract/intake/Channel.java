package org.redress.contract.intake;

/** The way a complaint came in (R01). */
public enum Channel {
    /** The platform's app. */
    APP,
    /** The platform's web pages. */
    WEB,
    /** The telephone. */
    HOTLINE,
    /** Electronic mail. */
    MAIL,
    /** A link of a third party. */
    THIRD_PARTY,
    /** A partner integration. */
    PARTNER
}
