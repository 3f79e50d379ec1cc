package org.redress.contract.intake;

/** What a complainant can ask for (R04). */
public enum DemandType {
    /** Money back. */
    REFUND,
    /** The goods once more. */
    REDELIVER,
    /** Other goods instead. */
    REPLACE,
    /** Money for the damage. */
    COMPENSATE,
    /** A sanction for the merchant. */
    PUNISH_MERCHANT,
    /** An account free again. */
    UNFREEZE,
    /** An explanation. */
    EXPLAIN,
    /** Something else. */
    OTHER
}
