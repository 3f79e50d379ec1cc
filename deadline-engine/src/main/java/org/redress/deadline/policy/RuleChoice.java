package org.redress.deadline.policy;

/**
 * The rule that applies to a case, and why.
 *
 * @param index its place in the policy's list, from 0
 * @param reason in words, e.g. {@code severity in [URGENT]}
 */
public record RuleChoice(int index, ClockRule rule, String reason) {}
