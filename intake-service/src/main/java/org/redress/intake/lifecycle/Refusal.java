package org.redress.intake.lifecycle;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** Every reason against a command. The wire code never changes. */
public enum Refusal {
    // Where the case stands.
    NOT_TRIAGED,
    NOT_DECIDED,
    DECIDED,
    NO_APPEAL,
    UNDER_APPEAL,
    WITHDRAWN,
    CLOSED,
    NOT_CLOSED,
    NOT_ASKED,
    MATERIALS_OPEN,
    // What is on it.
    ROUNDS_USED_UP,
    ALREADY_ASKED,
    ALREADY_SHOWN,
    NO_MERCHANT,
    ALREADY_HELD(Kind.FIELD, "/items"),
    ENDED,
    NOT_EXECUTED,
    NOT_YET_DUE,
    APPEAL_WINDOW_OVER,
    APPEALS_USED_UP,
    NO_HIGHER_TIER,
    NOTHING_NEW,
    NO_TOKEN_SETTLEMENT,
    OFFER_OPEN,
    SAME_REMEDY_OPEN,
    RECALL_OPEN,
    ORDER_UNDER_WAY,
    ALREADY_REFERRED,
    REMEDY_OPEN,
    REFERRAL_OPEN,
    COMMITMENT_OPEN,
    APPEAL_WINDOW_OPEN,
    REOPENINGS_USED_UP,
    ALREADY_RATED,
    URGING_NOT_OFFERED,
    URGED_TOO_SOON(Kind.TOO_SOON, ""),
    // Who gives it.
    NOT_FOR_THIS_ROLE(Kind.FORBIDDEN, ""),
    TIER_TOO_LOW(Kind.FORBIDDEN, ""),
    DECIDED_BEFORE(Kind.FORBIDDEN, ""),
    NOT_IN_CHARGE(Kind.FORBIDDEN, ""),
    // What it says.
    REASON_REQUIRED(Kind.FIELD, "/reason"),
    DUE_IN_THE_PAST(Kind.FIELD, "/dueAt"),
    DUE_AFTER_GOODS_EXPIRE(Kind.FIELD, "/dueAt"),
    REMEDY_DUE_IN_THE_PAST(Kind.FIELD, "/remedies"),
    REMEDY_TWICE(Kind.FIELD, "/remedies"),
    MORE_THAN_PAID(Kind.FIELD, "/amount"),
    REMEDIES_MORE_THAN_PAID(Kind.FIELD, "/remedies"),
    PROOF_REQUIRED(Kind.FIELD, "/platformReference"),
    OFFER_UNTIL(Kind.FIELD, "/until"),
    NO_SUCH_ITEM(Kind.FIELD, "/items"),
    NO_SUCH_BODY(Kind.FIELD, "/body"),
    /** A body of the platform that is not open for this case. */
    BODY_NOT_OPEN(Kind.FIELD, "/body"),
    /** A rule that the platform does not publish. */
    UNKNOWN_RULE(Kind.FIELD, "/basis"),
    /** The part that the command is about is not there. */
    NO_SUCH_PART(Kind.MISSING, "");

    private final Kind kind;
    private final String pointer;

    Refusal() {
        this(Kind.STATE, "");
    }

    Refusal(Kind kind, String pointer) {
        this.kind = kind;
        this.pointer = pointer;
    }

    /** What sort of reason it is. */
    public enum Kind {
        /** The case does not allow it now. */
        STATE,
        /** A field is wrong. */
        FIELD,
        /** The wrong hand. */
        FORBIDDEN,
        /** What it is about is absent. */
        MISSING,
        /** Time alone mends it. */
        TOO_SOON
    }

    /** What sort of reason it is. */
    public Kind kind() {
        return kind;
    }

    /** JSON pointer to the field that is wrong; empty when no field is. */
    public String pointer() {
        return pointer;
    }

    /** The stable code. */
    public String wire() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    static Optional<Refusal> ofWire(String code) {
        return Arrays.stream(values())
                .filter(refusal -> refusal.wire().equals(code))
                .findAny();
    }
}
