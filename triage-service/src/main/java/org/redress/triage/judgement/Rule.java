package org.redress.triage.judgement;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A named reason to judge one way. Its name is stable: it is stored, shown and translated.
 *
 * @param name kebab-case name
 * @param category what it speaks for; null if it speaks of severity alone
 * @param weight how strongly it speaks for the category; may be negative
 * @param severity the least severity if it applies
 * @param liability who may have to answer if it applies
 * @param when every condition must hold
 */
record Rule(
        String name,
        @Nullable Category category,
        double weight,
        Severity severity,
        List<Liability> liability,
        List<Condition> when) {

    /** Whether all conditions hold on what was found. */
    boolean appliesTo(Findings findings) {
        for (Condition condition : when) {
            if (!condition.holdsFor(findings)) {
                return false;
            }
        }
        return true;
    }

    /**
     * At least one of the signals is there, or, if {@code absent}, none of them.
     *
     * @param anyOf signal names
     * @param absent turns the condition round
     */
    record Condition(List<String> anyOf, boolean absent) {
        boolean holdsFor(Findings findings) {
            for (String signal : anyOf) {
                if (findings.has(signal)) {
                    return !absent;
                }
            }
            return absent;
        }
    }
}
