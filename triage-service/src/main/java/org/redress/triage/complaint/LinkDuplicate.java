package org.redress.triage.complaint;

import jakarta.inject.Singleton;
import org.redress.triage.judgement.Category;

/**
 * Links a complaint to the complainant's first one about the same order and issue (R06). Both stay open: the same thing may
 * go wrong twice, and a person says whether it did. Needs a running transaction in which nothing else is being judged.
 */
@Singleton
class LinkDuplicate {

    private static final String RULE = "SAME_ORDER_SAME_ISSUE";

    private final DuplicateRepository duplicates;
    private final CaseEvents events;

    LinkDuplicate(DuplicateRepository duplicates, CaseEvents events) {
        this.duplicates = duplicates;
        this.events = events;
    }

    /** Looks for one. Filings may be judged in another order than they came; the one filed first is the original. */
    void link(FiledComplaint filed, Category category) {
        duplicates.sameOrderAndIssue(filed, category).ifPresent(same -> {
            boolean earlier = !same.filedAt().isAfter(filed.filedAt());
            var later = earlier ? filed.complaintId() : same.id();
            var original = earlier ? same.id() : filed.complaintId();
            duplicates
                    .link(later, original, RULE)
                    .ifPresent(at -> events.duplicate(new Duplicate(later, original, filed.platform(), RULE, at)));
        });
    }
}
