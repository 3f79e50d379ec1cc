package org.redress.deadline.clock;

/**
 * Something a reader of a deadline should know.
 *
 * @param code stable, e.g. {@code DOUBLED_EVENT}, {@code NO_STATUTORY_DATES}, {@code CUT_AT_GOODS_EXPIRY}
 * @param text the case at hand, in English
 */
public record Remark(String code, String text) {}
