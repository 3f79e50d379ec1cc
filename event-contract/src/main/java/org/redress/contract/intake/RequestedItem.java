package org.redress.contract.intake;

import org.jspecify.annotations.Nullable;

/**
 * One thing a complainant is asked for (R14).
 *
 * @param itemId names it within its request
 * @param kind what kind of evidence it is; optional
 * @param text what is asked for, for people; masked
 * @param reason why it is needed, for people; masked
 */
public record RequestedItem(String itemId, @Nullable EvidenceKind kind, String text, String reason) {}
