package org.redress.intake.order;

import org.jspecify.annotations.Nullable;

/** The hash of an order, which its timeline entry names, for whoever compares the two. */
public final class OrderHash {
    private OrderHash() {}

    /**
     * Whether a stored order has this hash.
     *
     * @param document as it is stored, null if there is none
     */
    public static boolean isOf(@Nullable String document, String sha256) {
        if (document == null) {
            return false;
        }
        try {
            return OrderCodec.sha256(OrderCodec.canonical(OrderCodec.facts(document)))
                    .equals(sha256);
        } catch (RuntimeException e) {
            // It is no order any more: a state, an amount or a time that cannot be.
            return false;
        }
    }
}
