package org.redress.intake.lifecycle;

import org.jspecify.annotations.Nullable;
import org.redress.contract.intake.EvidenceKind;
import org.redress.contract.intake.RequestedItem;
import org.redress.intake.privacy.FreeText;

/**
 * One thing a complainant is asked for (R14).
 *
 * @param itemId names it within its request
 * @param kind what it would show, null where it is no evidence
 * @param text what is asked for
 * @param reason why it is needed
 * @param supplied whether it came
 */
public record RequestItem(String itemId, @Nullable EvidenceKind kind, String text, String reason, boolean supplied) {
    /** As the archive keeps it: {@code 1 (BALANCE): your account – to see where it went}. */
    public String words() {
        return itemId + (kind == null ? "" : " (" + kind + ")") + ": " + text + " – " + reason;
    }

    RequestItem cameIn() {
        return new RequestItem(itemId, kind, text, reason, true);
    }

    /** As the others are told of it: without what its words may say of a person. */
    RequestedItem told(String orderNo) {
        return new RequestedItem(itemId, kind, FreeText.masked(text, orderNo), FreeText.masked(reason, orderNo));
    }
}
