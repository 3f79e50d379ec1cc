package org.redress.intake.order;

/** How far the platform was asked for an order. */
public enum HoldState {
    /** It was asked, or is going to be; no answer yet. */
    ASKED,
    /** It told the order. */
    HELD,
    /** It says that this account has no such order. */
    NOT_FOUND,
    /** It has not answered so far, or not so that it can be believed; or it is not connected. */
    UNREACHABLE
}
