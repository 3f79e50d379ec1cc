package org.redress.contract.triage;

/**
 * A rule that led to a judgement, and what it says.
 *
 * @param rule the stable name of the rule
 * @param text what it says, for people; without personal data
 */
public record Reason(String rule, String text) {}
