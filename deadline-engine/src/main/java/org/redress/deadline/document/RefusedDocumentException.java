package org.redress.deadline.document;

import java.util.List;

/** A document was taken for granted and is wrong. */
public final class RefusedDocumentException extends RuntimeException {
    private static final long serialVersionUID = 1L;
    private final transient List<Problem> problems;

    RefusedDocumentException(List<Problem> problems) {
        super(String.valueOf(problems));
        this.problems = problems;
    }

    /** What is wrong with it. */
    public List<Problem> problems() {
        return problems;
    }
}
