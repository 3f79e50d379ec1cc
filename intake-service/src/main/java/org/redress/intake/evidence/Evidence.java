package org.redress.intake.evidence;

import java.time.Instant;
import java.util.Comparator;
import java.util.List;
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
    record Mark(boolean keyFact, @Nullable String note, Actor by, Instant at) {}

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
