package org.redress.launcher.simulator;

/** How a simulator treats a sending request ({@code POST}), and a look-up where that has faults of its own. */
public enum FaultMode {
    /** As it should. */
    NONE,
    /** 500, nothing accepted. */
    ERROR_BEFORE,
    /** Accepted, then 500. */
    ERROR_AFTER,
    /** Accepted, then the connection is cut without an answer. */
    DROP_AFTER_ACCEPT,
    /** Nothing accepted, no answer for a minute, then the connection is cut. */
    HANG,
    /** Accepted and answered well, three seconds late. */
    SLOW,
    /** 429 with {@code Retry-After: 1}, nothing accepted. */
    THROTTLE,
    /** 422, nothing accepted: read, and not to be done. */
    REFUSE,
    /** Accepted, then a 200 whose body is no JSON. */
    GARBAGE,
    /** Accepted, then a 200 whose body is a gigabyte of blanks. */
    FLOOD,
    /** Accepted, then a well-formed answer about something else with values that cannot be. */
    LIE
}
