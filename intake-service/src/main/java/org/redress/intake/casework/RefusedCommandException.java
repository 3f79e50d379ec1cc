package org.redress.intake.casework;

import java.io.Serial;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.redress.intake.complaint.ComplaintStatus;
import org.redress.intake.lifecycle.Outcome;
import org.redress.intake.lifecycle.Refusal;

/** A command was refused; the running transaction is rolled back. */
public class RefusedCommandException extends RuntimeException {
    @Serial
    private static final long serialVersionUID = 1L;

    private final Refusal why;
    private final @Nullable Instant until;
    private final transient List<String> accepted;
    private final transient List<Outcome.Refused.Wrong> wrong;
    private final ComplaintStatus status;
    private final String tag;

    RefusedCommandException(Outcome.Refused refused, ComplaintStatus status, String tag) {
        super(refused.why().wire() + " in " + status);
        this.why = refused.why();
        this.until = refused.until();
        this.accepted = refused.accepted();
        this.wrong = refused.wrong();
        this.status = status;
        this.tag = tag;
    }

    Refusal why() {
        return why;
    }

    /** From when on it would be accepted; null if time alone does not mend it. */
    @Nullable
    Instant until() {
        return until;
    }

    /** What would be accepted in the place of a value that is not. */
    List<String> accepted() {
        return accepted;
    }

    /** Which entries of a list it is about; empty if it is about the field as a whole. */
    List<Outcome.Refused.Wrong> wrong() {
        return wrong;
    }

    /** Where the case stands. */
    ComplaintStatus status() {
        return status;
    }

    /** The case's ETag. */
    String tag() {
        return tag;
    }
}
