package org.redress.intake.filing;

/**
 * Why one field of a filing is not accepted.
 *
 * @param pointer JSON pointer to the field
 * @param reason what is wrong with it
 */
record Refusal(String pointer, Reason reason) {

    /** Everything that can be wrong with a filing beyond the bounds of single fields. */
    enum Reason {
        /** The platform is not known, or not the caller's. */
        PLATFORM("value"),
        /** A complainant files for someone else. */
        NOT_YOURSELF("value"),
        /** A control character, or half a surrogate pair. */
        CHARACTERS("characters"),
        /** No positive decimal, or more decimals than the currency has. */
        AMOUNT("format"),
        /** No ISO 4217 code of a current money. */
        CURRENCY("value"),
        /** An amount and its currency come together. */
        AMOUNT_MISSING("required"),
        CURRENCY_MISSING("required"),
        /** A demand for money that says no amount. */
        DEMAND_AMOUNT_MISSING("required"),
        /** A demand that is not for money says an amount. */
        AMOUNT_NOT_EXPECTED("not-expected"),
        /** A demand of the kind OTHER does not say what is wanted. */
        WISH_MISSING("required"),
        /** It says no more than that something shall be done. */
        WISH_VAGUE("too-vague"),
        /** After now, beyond what clocks may differ. */
        FUTURE("range"),
        /** No time that anybody means. */
        TIME("range"),
        PHONE("format"),
        EMAIL("format");

        private final String code;

        Reason(String code) {
            this.code = code;
        }

        /** The code on the wire. */
        String code() {
            return code;
        }
    }
}
