package org.redress.triage.preview;

import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.redress.triage.judgement.Category;
import org.redress.triage.judgement.Liability;
import org.redress.triage.judgement.Severity;
import org.redress.triage.routing.Tier;

/**
 * What triage would say.
 *
 * @param confidence 0 to 1: how sure the category is
 * @param microClaim small enough for the fast lane (R55)
 */
@Schema(name = "TriagePreview")
public record PreviewAnswer(
        Category category,
        Severity severity,
        double confidence,
        List<Liability> liability,
        String queue,
        Tier tier,
        boolean microClaim,
        List<PreviewReason> reasons) {

    /**
     * Why.
     *
     * @param rule the rule's stable name
     * @param text what it says, in the reader's language
     * @param words the words of the lexicon that were found
     */
    @Schema(name = "TriagePreviewReason")
    public record PreviewReason(String rule, String text, List<String> words) {}
}
