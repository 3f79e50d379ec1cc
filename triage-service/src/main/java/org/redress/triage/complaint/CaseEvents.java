package org.redress.triage.complaint;

/** Where the use cases of this feature tell what happened; in the running transaction. */
public interface CaseEvents {

    /** A complaint was judged; it has its first owner. */
    void triaged(TriageResult result);

    /** A complaint has a new owner. */
    void assigned(Assignment assignment);

    /** A complaint is about the same thing as an earlier one. */
    void duplicate(Duplicate duplicate);
}
