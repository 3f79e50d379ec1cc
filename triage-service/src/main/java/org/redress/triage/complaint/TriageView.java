package org.redress.triage.complaint;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.redress.triage.freeze.Freeze;
import org.redress.triage.judgement.Category;
import org.redress.triage.judgement.Liability;
import org.redress.triage.judgement.Severity;
import org.redress.triage.priority.Raise;
import org.redress.triage.routing.Tier;

/**
 * A triage result as staff see it.
 *
 * @param revision how often the complaint was judged
 * @param confidence 0 to 1
 * @param owner the one named person who answers for it
 * @param rank its place in the queue, the higher the earlier
 * @param raises what moved it ahead, the latest first
 * @param microClaim small enough for the fast lane (R55)
 * @param reasons why
 * @param freezes the protective freezes, the newest first
 */
public record TriageView(
        UUID complaintId,
        int revision,
        Category category,
        Severity severity,
        double confidence,
        List<Liability> liability,
        String queue,
        Tier tier,
        String owner,
        int rank,
        List<Raise> raises,
        boolean microClaim,
        List<ReasonView> reasons,
        List<Freeze> freezes,
        Instant triagedAt) {

    /**
     * A reason.
     *
     * @param rule the rule's stable name
     * @param text what it says, in the reader's language
     * @param words the words of the lexicon that were found
     */
    public record ReasonView(String rule, String text, List<String> words) {}

    /** What the complainant sees of an own complaint: enough to know that it is in hands, and whose. */
    public record OwnView(
            UUID complaintId, Category category, Severity severity, String queue, String owner, Instant triagedAt) {}

    /** The part that the complainant may see. */
    OwnView forComplainant() {
        return new OwnView(complaintId, category, severity, queue, owner, triagedAt);
    }
}
