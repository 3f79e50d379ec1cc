package org.redress.service.problem;

import java.io.Serial;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A request is refused. Becomes the problem+json answer; the running transaction is rolled back. */
public class ProblemException extends RuntimeException {
    @Serial
    private static final long serialVersionUID = 1L;

    private final ProblemCode code;
    private final transient List<FieldError> errors;

    /** A refusal with the code's own text. */
    public ProblemException(ProblemCode code) {
        this(code, null, List.of());
    }

    /**
     * A refusal.
     *
     * @param detail what happened, for the reader of this one answer; {@code null}: the code's own text
     * @param errors the wrong fields, if fields are wrong
     */
    public ProblemException(ProblemCode code, @Nullable String detail, List<FieldError> errors) {
        super(detail);
        this.code = code;
        this.errors = List.copyOf(errors);
    }

    /** Absent or not the caller's: one answer for both. */
    public static ProblemException notFound() {
        return new ProblemException(ProblemCode.NOT_FOUND);
    }

    /** Fields are wrong. */
    public static ProblemException invalid(FieldError... errors) {
        return invalid(List.of(errors));
    }

    /** Fields are wrong. */
    public static ProblemException invalid(List<FieldError> errors) {
        return new ProblemException(ProblemCode.INVALID, null, errors);
    }

    /** The state does not allow this. */
    public static ProblemException conflict(String detail) {
        return new ProblemException(ProblemCode.CONFLICT, detail, List.of());
    }

    /** The kind of refusal. */
    public ProblemCode code() {
        return code;
    }

    /** The wrong fields; empty when the refusal is not about fields. */
    public List<FieldError> errors() {
        return errors;
    }
}
