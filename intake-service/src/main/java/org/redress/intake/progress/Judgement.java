package org.redress.intake.progress;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.redress.intake.complaint.Category;
import org.redress.intake.complaint.Severity;

/**
 * What triage found a case to be (R20, R22).
 *
 * @param reasons the rules that spoke, each with its text
 */
public record Judgement(
        Category category,
        Severity severity,
        double confidence,
        List<String> liability,
        Assignment assignment,
        List<Map<String, String>> reasons,
        Instant at) {}
