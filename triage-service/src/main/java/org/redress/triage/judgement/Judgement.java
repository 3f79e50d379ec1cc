package org.redress.triage.judgement;

import java.util.List;

/**
 * The machine's proposal (R20).
 *
 * @param category what it is about
 * @param severity how bad it is
 * @param confidence 0 to 1: how sure the category is
 * @param liability who may have to answer, at least one
 * @param microClaim the amount is small enough for the fast lane (R55)
 * @param reasons the rules that applied, the strongest first
 */
public record Judgement(
        Category category,
        Severity severity,
        double confidence,
        List<Liability> liability,
        boolean microClaim,
        List<Reason> reasons) {}
