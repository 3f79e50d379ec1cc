package org.redress.deadline.document;

import java.util.List;
import java.util.function.Function;

/** What became of a document: what it says, or everything that is wrong with it. */
public sealed interface Parsed<T> {

    /** Answers for whichever it is. */
    <R> R fold(Function<T, R> accepted, Function<List<Problem>, R> refused);

    /**
     * What it says.
     *
     * @throws RefusedDocumentException if it is wrong
     */
    default T orElseThrow() {
        return fold(value -> value, problems -> {
            throw new RefusedDocumentException(problems);
        });
    }

    /** What is wrong, in the order of the document; empty if nothing is. */
    default List<Problem> problems() {
        return fold(value -> List.of(), problems -> problems);
    }

    /** A document that says something. */
    record Accepted<T>(T value) implements Parsed<T> {
        @Override
        public <R> R fold(Function<T, R> accepted, Function<List<Problem>, R> refused) {
            return accepted.apply(value);
        }
    }

    /** A document that is wrong. */
    record Refused<T>(List<Problem> reasons) implements Parsed<T> {
        /** Copies the list. */
        public Refused {
            reasons = List.copyOf(reasons);
        }

        @Override
        public <R> R fold(Function<T, R> accepted, Function<List<Problem>, R> refused) {
            return refused.apply(reasons);
        }
    }
}
