package org.redress.contract.intake;

/** What is done to put it right (R50). */
public enum RemedyType {
    /** Money back. */
    REFUND,
    /** The goods, again. */
    REDELIVER,
    /** Other goods in their place. */
    REPLACE,
    /** Money beyond the price. */
    COMPENSATE,
    /** A coupon (R35). */
    COUPON,
    /** A sanction on the merchant. */
    PUNISH_MERCHANT,
    /** An account free again. */
    UNFREEZE,
    /** An explanation. */
    EXPLAIN,
    /** Anything else. */
    OTHER
}
