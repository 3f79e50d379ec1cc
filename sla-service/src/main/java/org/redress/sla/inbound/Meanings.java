package org.redress.sla.inbound;

import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.redress.contract.Actor;
import org.redress.sla.complaint.Fact;
import org.redress.sla.complaint.FactDraft;
import org.redress.sla.inbound.EventReading.Said;

/**
 * What one producer's events mean, by their records. Complete before it is shared, and never changed after that.
 *
 * @param <E> the producer's events
 */
final class Meanings<E> {
    private final Map<Class<? extends E>, Function<E, Said>> byType = new HashMap<>();

    /** Adds what a type means. */
    <T extends E> Meanings<E> with(
            Class<T> type, Function<? super T, UUID> complaint, Function<? super T, FactDraft> meaning) {
        return filing(type, complaint, event -> meaning.apply(event).fact());
    }

    /** Adds what a type means that says more than a draft takes. */
    <T extends E> Meanings<E> filing(
            Class<T> type, Function<? super T, UUID> complaint, Function<? super T, Fact> meaning) {
        byType.put(type, event -> {
            T own = type.cast(event);
            return new Said(complaint.apply(own), meaning.apply(own));
        });
        return this;
    }

    /** What an event means; null when it means nothing to clocks, as far as is known today. */
    @Nullable
    Said of(E event) {
        Function<E, Said> meaning = byType.get(event.getClass());
        return meaning == null ? null : meaning.apply(event);
    }

    /** Somebody as facts name them: {@code AGENT agent-12}. */
    static String who(Actor actor) {
        return actor.id() == null ? actor.role().name() : actor.role() + " " + actor.id();
    }
}
