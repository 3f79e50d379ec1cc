package org.redress.intake.content;

import java.io.Serial;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.redress.service.problem.ProblemCode;
import org.redress.service.problem.ProblemException;

/** Files cannot be looked into at the moment; nothing is said about the file. Answered 503: trying again is right. */
public final class InspectionUnavailableException extends ProblemException {
    @Serial
    private static final long serialVersionUID = 1L;

    private final String what;

    InspectionUnavailableException(String what, @Nullable Throwable cause) {
        super(ProblemCode.UNAVAILABLE, null, List.of());
        this.what = what;
        if (cause != null) {
            initCause(cause);
        }
    }

    /** What is missing, for logs; the client is not told. */
    public String what() {
        return what;
    }
}
