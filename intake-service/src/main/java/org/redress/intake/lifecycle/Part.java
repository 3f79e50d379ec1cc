package org.redress.intake.lifecycle;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.redress.contract.ActorRole;
import org.redress.contract.Tier;
import org.redress.contract.intake.AppealOutcome;
import org.redress.contract.intake.DecisionOutcome;
import org.redress.contract.intake.EvidenceKind;
import org.redress.contract.intake.OfferOutcome;
import org.redress.contract.intake.RemedyType;

/** Something that was opened on a complaint and has a life of its own. Immutable; a change is a new value of the same id. */
public sealed interface Part
        permits Waiting,
                Part.Evidence,
                Part.Urging,
                Part.Decision,
                Part.Offer,
                Part.Remedy,
                Part.Appeal,
                Part.Reopening,
                Part.Rating {
    /** Unique among all parts of all complaints. */
    UUID id();

    /** Whether it still waits for something or still holds; what merely happened is not open. */
    default boolean open() {
        return false;
    }

    /** When what is waited for is due, if it has a time. */
    default @Nullable Instant due() {
        return null;
    }

    /**
     * A piece of evidence at its newest version (R15).
     *
     * @param merchants whether the merchant handed it in: then the complainant sees only what was released
     * @param released of a merchant's piece the newest version that was released, 0 for none
     */
    record Evidence(
            UUID id, int version, EvidenceKind kind, String sha256, Instant addedAt, boolean merchants, int released)
            implements Part {
        Evidence released(int upTo) {
            return new Evidence(id, version, kind, sha256, addedAt, merchants, upTo);
        }
    }

    /**
     * The complainant asked to hurry (R40); {@code count} from 1.
     *
     * @param answeredAt when a person answered the complainant after it, null while nobody has
     */
    record Urging(
            UUID id, int count, Instant urgedAt, @Nullable Instant answeredAt) implements Part {
        Urging answered(Instant at) {
            return answeredAt == null ? new Urging(id, count, urgedAt, at) : this;
        }
    }

    /** A decision; it holds until another takes its place or it is revoked. */
    record Decision(
            UUID id,
            DecisionOutcome outcome,
            List<String> basis,
            Tier tier,
            @Nullable UUID appealId,
            @Nullable String decidedBy,
            Instant servedAt,
            Instant appealUntil,
            @Nullable Instant endedAt)
            implements Part {
        /** Copies the list. */
        public Decision {
            basis = List.copyOf(basis);
        }

        @Override
        public boolean open() {
            return endedAt == null;
        }

        Decision ended(Instant at) {
            return new Decision(id, outcome, basis, tier, appealId, decidedBy, servedAt, appealUntil, at);
        }
    }

    /** A settlement offered before a decision (R35); {@code outcome} null while it waits for its answer. */
    record Offer(
            UUID id,
            RemedyType type,
            @Nullable String amount,
            @Nullable String currency,
            Instant dueAt,
            Instant until,
            Instant offeredAt,
            @Nullable OfferOutcome outcome,
            @Nullable UUID remedyId,
            @Nullable Instant endedAt)
            implements Part {
        @Override
        public boolean open() {
            return endedAt == null;
        }

        @Override
        public Instant due() {
            return until;
        }

        RemedyOrder order() {
            return new RemedyOrder(type, amount, currency, dueAt);
        }

        Offer ended(OfferOutcome how, @Nullable UUID remedy, Instant at) {
            return new Offer(id, type, amount, currency, dueAt, until, offeredAt, how, remedy, at);
        }
    }

    /** What a platform proves an execution with; {@code carriedOutAt} by its own clock. */
    record Receipt(@Nullable Instant carriedOutAt, @Nullable String sha256) {}

    /**
     * What is ordered for a decision in the place of a remedy that is taken back, should the platform not have done it.
     *
     * @param more what else is ordered in its place, for the same decision
     */
    record Instead(
            UUID decisionId,
            @Nullable String amount,
            Instant dueAt,
            @Nullable Instead more) {
        Instead of(UUID other) {
            return new Instead(other, amount, dueAt, more == null ? null : more.of(other));
        }
    }

    /** A remedy in the ledger (R50). */
    record Remedy(
            UUID id,
            @Nullable UUID decisionId,
            RemedyType type,
            @Nullable String amount,
            @Nullable String currency,
            Instant dueAt,
            RemedyState state,
            Instant changedAt,
            @Nullable String platformReference,
            @Nullable Receipt receipt,
            @Nullable Instead instead)
            implements Part {
        @Override
        public boolean open() {
            return !state.isFinal();
        }

        @Override
        public Instant due() {
            return dueAt;
        }

        RemedyOrder order() {
            return new RemedyOrder(type, amount, currency, dueAt);
        }

        Remedy become(RemedyState next, Instant at) {
            return with(next, at, platformReference, receipt, next == RemedyState.RECALLED ? instead : null);
        }

        Remedy executed(Instant at, @Nullable String reference, @Nullable Receipt proof) {
            return with(RemedyState.EXECUTED, at, reference, proof, null);
        }

        Remedy orElse(@Nullable Instead other) {
            return with(state, changedAt, platformReference, receipt, other);
        }

        /** The same remedy of another amount. */
        Remedy of(Amount less) {
            return new Remedy(
                    id,
                    decisionId,
                    type,
                    less.text(),
                    currency,
                    dueAt,
                    state,
                    changedAt,
                    platformReference,
                    null,
                    null);
        }

        private Remedy with(
                RemedyState next, Instant at, @Nullable String name, @Nullable Receipt proof, @Nullable Instead other) {
            return new Remedy(id, decisionId, type, amount, currency, dueAt, next, at, name, proof, other);
        }
    }

    /**
     * An appeal (R31); {@code outcome} null while it is open, and when it was withdrawn.
     *
     * @param decidedBy who decided it; null while nobody has, and for those decided before this was kept
     */
    record Appeal(
            UUID id,
            UUID decisionId,
            int round,
            Tier tier,
            Instant filedAt,
            @Nullable AppealOutcome outcome,
            @Nullable Instant endedAt,
            @Nullable String decidedBy)
            implements Part {
        @Override
        public boolean open() {
            return endedAt == null;
        }

        Appeal decided(AppealOutcome how, @Nullable String by, Instant at) {
            return new Appeal(id, decisionId, round, tier, filedAt, how, at, by);
        }

        Appeal withdrawn(Instant at) {
            return new Appeal(id, decisionId, round, tier, filedAt, null, at, null);
        }
    }

    /** The case went on after a decision or after it was closed; {@code count} from 1. */
    record Reopening(UUID id, int count, String cause, ActorRole by, Instant reopenedAt) implements Part {}

    /** A rating (R51), 1 to 5. */
    record Rating(UUID id, int handling, @Nullable Integer seller, Instant ratedAt) implements Part {}
}
