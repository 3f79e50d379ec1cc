package org.redress.contract;

import java.time.Duration;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * The rules of single fields that a Java type does not express, as the JSON Schemas state them. Records call them when
 * they are made, so that neither a reader nor a writer can hold an event that breaks them.
 */
public final class FieldRule {
    private static final Pattern AMOUNT = Pattern.compile("(0|[1-9][0-9]{0,15})(\\.[0-9]{1,4})?");
    private static final Pattern CURRENCY = Pattern.compile("[A-Z]{3}");
    private static final Pattern PERIOD =
            Pattern.compile("P(?=[0-9T])([0-9]+D)?(T(?=[0-9])([0-9]+H)?([0-9]+M)?([0-9]+S)?)?");

    private static final Pattern SHA256 = Pattern.compile("[0-9a-f]{64}");

    private FieldRule() {}

    /** A field that breaks its rule. The message names the field and the rule, not the value. */
    public static final class Broken extends IllegalArgumentException {
        private static final long serialVersionUID = 1L;

        private final String field;
        private final String rule;

        Broken(String field, String rule) {
            super(field + " " + rule);
            this.field = field;
            this.rule = rule;
        }

        /**
         * The field.
         *
         * @return its name in the record and on the wire
         */
        public String field() {
            return field;
        }

        /**
         * The rule it breaks.
         *
         * @return for example {@code must be at least 1}
         */
        public String rule() {
            return rule;
        }
    }

    /**
     * A decimal amount of money: not negative, at most 16 digits before and 4 after the point, no exponent.
     *
     * @param field the field's name
     * @param value its value; absent is allowed
     * @throws Broken when it is something else
     */
    public static void amount(String field, @Nullable String value) {
        matches(AMOUNT, field, value, "must be a decimal amount");
    }

    /**
     * An ISO 4217 code.
     *
     * @param field the field's name
     * @param value its value; absent is allowed
     * @throws Broken when it is something else
     */
    public static void currency(String field, @Nullable String value) {
        matches(CURRENCY, field, value, "must be an ISO 4217 code");
    }

    /**
     * A target as sla.md writes it, for example {@code PT48H} or {@code P7D}.
     *
     * @param field the field's name
     * @param value its value
     * @throws Broken when it is something else
     */
    public static void period(String field, String value) {
        matches(PERIOD, field, value, "must be an ISO-8601 duration");
    }

    /**
     * A count or position with a lower bound.
     *
     * @param field the field's name
     * @param value its value
     * @param least the smallest allowed value
     * @throws Broken when it is smaller
     */
    public static void atLeast(String field, long value, long least) {
        if (value < least) {
            throw new Broken(field, "must be at least " + least);
        }
    }

    /**
     * A SHA-256 in lower-case hexadecimal digits.
     *
     * @param field the field's name
     * @param value its value; absent is allowed
     * @throws Broken when it is something else
     */
    public static void sha256(String field, @Nullable String value) {
        matches(SHA256, field, value, "must be 64 hexadecimal digits");
    }

    /**
     * A rating from 1 to 5.
     *
     * @param field the field's name
     * @param value its value; absent is allowed
     * @throws Broken when it is outside
     */
    public static void stars(String field, @Nullable Integer value) {
        if (value != null && (value < 1 || value > 5)) {
            throw new Broken(field, "must be from 1 to 5");
        }
    }

    /**
     * A share between 0 and 1.
     *
     * @param field the field's name
     * @param value its value
     * @throws Broken when it is outside
     */
    public static void share(String field, double value) {
        if (!(value >= 0 && value <= 1)) {
            throw new Broken(field, "must be between 0 and 1");
        }
    }

    /**
     * A length of time that cannot be negative.
     *
     * @param field the field's name
     * @param value its value
     * @throws Broken when it is negative
     */
    public static void notNegative(String field, Duration value) {
        if (value.isNegative()) {
            throw new Broken(field, "must not be negative");
        }
    }

    private static void matches(Pattern pattern, String field, @Nullable String value, String rule) {
        if (value != null && !pattern.matcher(value).matches()) {
            throw new Broken(field, rule);
        }
    }
}
