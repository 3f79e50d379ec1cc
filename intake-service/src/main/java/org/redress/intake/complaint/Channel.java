package org.redress.intake.complaint;

/** The way by which a complaint came in (R01). */
public enum Channel {
    APP,
    WEB,
    HOTLINE,
    MAIL,
    THIRD_PARTY,
    PARTNER
}
