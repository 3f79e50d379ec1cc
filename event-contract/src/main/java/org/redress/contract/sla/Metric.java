package org.redress.contract.sla;

/** What a clock measures; the windows are deadlines for the complainant. */
public enum Metric {
    /** Filed to the first answer of a person. */
    FIRST_RESPONSE,
    /** The complainant's message to the next answer. */
    NEXT_RESPONSE,
    /** Supplied material to its review. */
    MATERIAL_REVIEW,
    /** Filed or reopened to the decision. */
    RESOLUTION,
    /** Freeze ordered to its acknowledgement. */
    FREEZE,
    /** Freeze acknowledged to a person's decision on it. */
    FREEZE_DECISION,
    /** Freeze disputed to its review. */
    FREEZE_REVIEW,
    /** Remedy ordered to its execution. */
    REMEDY,
    /** Appeal to its decision. */
    APPEAL_REVIEW,
    /** Urging to an answer. */
    URGE_ANSWER,
    /** Question to the merchant to the reply. */
    MERCHANT_REPLY,
    /** An agent's promise to its keeping. */
    COMMITMENT,
    /** Referral to the outside body's answer. */
    EXTERNAL,
    /** Window: to appeal. */
    APPEAL_WINDOW,
    /** Window: to supply material. */
    SUPPLEMENT_WINDOW,
    /** Window: to confirm a remedy. */
    CONFIRM_WINDOW
}
