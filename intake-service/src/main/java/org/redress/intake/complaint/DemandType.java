package org.redress.intake.complaint;

/** What a complainant asks for (R04). */
public enum DemandType {
    REFUND,
    REDELIVER,
    REPLACE,
    COMPENSATE,
    PUNISH_MERCHANT,
    UNFREEZE,
    EXPLAIN,
    OTHER;

    /** Whether an amount belongs to this demand: money is asked for, and how much is part of what is asked. */
    public boolean takesAmount() {
        return this == REFUND || this == COMPENSATE;
    }

    /** Whether a demand that says no amount is clear all the same: a refund of all that is in dispute, if that is known. */
    public boolean meansWholeAmount(boolean amountKnown) {
        return this == REFUND && amountKnown;
    }
}
