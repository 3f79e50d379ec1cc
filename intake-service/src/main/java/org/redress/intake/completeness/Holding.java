package org.redress.intake.completeness;

/** How far the platform's own record of the order can be counted on. */
public enum Holding {
    /** The platform was asked, or is going to be. */
    ASKED,
    /** It told the order, and that it was paid. */
    HELD,
    /** It told the order, and of no payment. */
    HELD_UNPAID,
    /** It is not connected, does not answer, or knows no such order. */
    NOT_HELD
}
