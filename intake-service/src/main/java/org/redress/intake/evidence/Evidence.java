package org.redress.intake.evidence;

import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.redress.contract.Actor;

/**
 * A piece of evidence with all its versions.
 *
 * @param versions at least one, oldest first
 * @param mark what was remarked on it last, if anything was
 */
record Evidence(List<EvidenceVersion> versions, @Nullable Mark mark) {
    /** The order in which things happened (R12); of two at the same time, the one that came first. */
    static final Comparator<Evidence> AS_IT_HAPPENED = Comparator.comparing(Evidence::happenedAt)
            .thenComparing(piece -> piece.first().addedAt())
            .thenComparing(Evidence::id);

    /** Copies the list. */
    Evidence {
        versions = List.copyOf(versions);
    }

    /**
     * Whether a piece shows a key fact, and a word on it.
     *
     * @param by who said so
     */
    record Mark(boolean keyFact, @Nullable String note, Actor by, Instant at) {
        /** The word on it, as far as that person reads it: what those who work on the case note is theirs alone. */
        @Nullable
        String noteFor(Actor reader) {
            boolean internal = Side.of(by.role()) == Side.STAFF && Side.of(reader.role()) != Side.STAFF;
            return internal ? null : note;
        }
    }

    /** Whether a mark says something that, as far as who sets it sees, is not said already. */
    boolean isNewsOf(Mark next) {
        Mark last = mark;
        String said = last == null ? null : last.noteFor(next.by());
        return next.keyFact() != keyFact() || !Objects.equals(next.note(), said);
    }

    UUID id() {
        return first().evidenceId();
    }

    /** When what it shows happened, as far as anybody said; a new version of what nobody dated stays where it was. */
    private Instant happenedAt() {
        Instant said = newest().occurredAt();
        return said == null ? first().addedAt() : said;
    }

    EvidenceVersion first() {
        return versions.get(0);
    }

    EvidenceVersion newest() {
        return versions.get(versions.size() - 1);
    }

    Optional<EvidenceVersion> version(int number) {
        return versions.stream().filter(one -> one.version() == number).findFirst();
    }

    /** Whether it is marked as showing a key fact: what was said last counts. */
    boolean keyFact() {
        return mark != null && mark.keyFact();
    }
}
