package org.redress.deadline.complaint;

/** The way a complaint came in (R01). */
public enum Channel {
    APP,
    WEB,
    HOTLINE,
    MAIL,
    THIRD_PARTY,
    PARTNER
}
