package org.redress.intake.complaint;

import java.util.Map;
import java.util.Set;

/**
 * Which acts on a case are talk that complainants have no part in: internal notes, and what is said with the merchant. It is
 * the same talk that the archive of contacts keeps from them.
 */
public final class StaffTalk {
    private static final Set<String> WITH_THE_MERCHANT = Set.of("MERCHANT_ASKED", "MERCHANT_REPLIED");
    private static final String COMPLAINANT = "COMPLAINANT";

    private StaffTalk() {}

    /**
     * Whether a timeline entry tells of such talk.
     *
     * @param kind the entry's
     * @param data the entry's
     */
    public static boolean is(String kind, Map<String, Object> data) {
        if (WITH_THE_MERCHANT.contains(kind)) {
            return true;
        }
        Object to = data.get("to");
        return kind.equals("MESSAGE_POSTED")
                && to != null
                && !to.equals(COMPLAINANT)
                && !COMPLAINANT.equals(data.get("from"));
    }
}
