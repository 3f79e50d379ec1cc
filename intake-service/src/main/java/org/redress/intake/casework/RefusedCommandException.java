package org.redress.intake.casework;

import java.io.Serial;
import java.time.Instant;
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
    private final ComplaintStatus status;
    private final long version;

    RefusedCommandException(Outcome.Refused refused, ComplaintStatus status, long version) {
        super(refused.why().wire() + " in " + status);
        this.why = refused.why();
        this.until = refused.until();
        this.status = status;
        this.version = version;
    }

    Refusal why() {
        return why;
    }

    /** From when on it would be accepted; null if time alone does not mend it. */
    @Nullable
    Instant until() {
        return until;
    }

    /** Where the case stands. */
    ComplaintStatus status() {
        return status;
    }

    /** The case's ETag. */
    long version() {
        return version;
    }
}
