package org.redress.intake.lifecycle;

import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** A part that somebody is waited for in: open until it has ended, and due at its time. */
public sealed interface Waiting extends Part {
    /** By when, if there is a time. */
    @Nullable
    Instant dueAt();

    /** When it was over, however that came; null while it is open. */
    @Nullable
    Instant endedAt();

    @Override
    default boolean open() {
        return endedAt() == null;
    }

    @Override
    default @Nullable Instant due() {
        return dueAt();
    }

    /** A request for material (R14); {@code endedAt} when all was supplied, its time passed or a decision came. */
    record MaterialsRequest(
            UUID id,
            int round,
            List<RequestItem> items,
            Instant dueAt,
            Instant requestedAt,
            @Nullable Instant endedAt) implements Waiting {
        /** Copies the list. */
        public MaterialsRequest {
            items = List.copyOf(items);
        }

        /** The items of these ids, in the order in which they were asked for. */
        public List<RequestItem> named(Set<String> ids) {
            return items.stream().filter(item -> ids.contains(item.itemId())).toList();
        }

        MaterialsRequest ended(Instant at) {
            return new MaterialsRequest(id, round, items, dueAt, requestedAt, at);
        }
    }

    /** A question to the merchant (R07); {@code endedAt} when it was answered or a decision came. */
    record MerchantQuestion(
            UUID id,
            String merchantId,
            Instant dueAt,
            Instant askedAt,
            @Nullable Instant endedAt) implements Waiting {
        MerchantQuestion ended(Instant at) {
            return new MerchantQuestion(id, merchantId, dueAt, askedAt, at);
        }
    }

    /** A time that someone on our side promised (R40); it lapsed if it is open past {@code dueAt}. */
    record Commitment(
            UUID id,
            @Nullable String promisedBy,
            Instant dueAt,
            Instant madeAt,
            @Nullable Instant endedAt) implements Waiting {
        Commitment ended(Instant at) {
            return new Commitment(id, promisedBy, dueAt, madeAt, at);
        }
    }

    /** A referral to a body outside (R34). */
    record Referral(
            UUID id,
            String body,
            @Nullable String reference,
            @Nullable Instant dueAt,
            Instant referredAt,
            @Nullable String outcome,
            @Nullable Instant endedAt)
            implements Waiting {}
}
