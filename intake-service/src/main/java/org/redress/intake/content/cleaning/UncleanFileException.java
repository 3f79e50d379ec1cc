package org.redress.intake.content.cleaning;

import java.io.Serial;
import org.redress.intake.content.RefusalReason;

/** A file is not accepted, for a reason that its owner is told. */
final class UncleanFileException extends Exception {
    @Serial
    private static final long serialVersionUID = 1L;

    private final RefusalReason reason;

    /**
     * A refusal.
     *
     * @param what for tests and logs; nothing of the file's own words
     */
    UncleanFileException(RefusalReason reason, String what) {
        super(what);
        this.reason = reason;
    }

    static UncleanFileException damaged(String what) {
        return new UncleanFileException(RefusalReason.DAMAGED, what);
    }

    RefusalReason reason() {
        return reason;
    }
}
