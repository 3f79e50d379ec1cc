package org.redress.intake.lifecycle;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.redress.contract.intake.IntakeEvent;

/** What came of a command. */
public sealed interface Outcome {
    /**
     * It is done.
     *
     * @param after the case as it is now
     * @param events what happened, in order; empty if nothing did
     * @param id the part that was opened or changed
     */
    record Done(Case after, List<IntakeEvent> events, UUID id) implements Outcome {
        /** Copies the list. */
        public Done {
            events = List.copyOf(events);
        }
    }

    /**
     * It is refused; nothing changed.
     *
     * @param until from when on it would be accepted, if time alone mends it
     * @param accepted what would be accepted in the place of a value that is not
     */
    record Refused(Refusal why, @Nullable Instant until, List<String> accepted) implements Outcome {
        /** Copies the list. */
        public Refused {
            accepted = List.copyOf(accepted);
        }

        Refused(Refusal why, @Nullable Instant until) {
            this(why, until, List.of());
        }

        Refused(Refusal why) {
            this(why, null);
        }
    }
}
