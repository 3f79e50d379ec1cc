package org.redress.triage.judgement;

import java.util.List;

/**
 * Why it was judged so.
 *
 * @param rule the name of the rule that applied
 * @param words the complainant's words that made it apply; empty for what is not in the text
 */
public record Reason(String rule, List<String> words) {}
