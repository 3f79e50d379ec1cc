package org.redress.contract.intake;

/** What a piece of evidence shows (R10, R11). */
public enum EvidenceKind {
    /** The order as the complainant sees it. */
    ORDER_PAGE,
    /** A payment. */
    PAYMENT_RECORD,
    /** A conversation. */
    CHAT,
    /** A balance before or after. */
    BALANCE,
    /** An error, as a picture or a recording. */
    ERROR_SCREEN,
    /** What was promised of the goods. */
    PRODUCT_PROMISE,
    /** A call. */
    CALL_RECORDING,
    /** An invoice. */
    INVOICE,
    /** What the platform itself holds, pulled by the server. */
    PLATFORM_RECORD,
    /** A statement of the merchant or a witness. */
    STATEMENT,
    /** Anything else. */
    OTHER
}
