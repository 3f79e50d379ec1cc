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
     * @param wrong which entries of a list it is about; empty if it is about the field as a whole
     */
    record Refused(Refusal why, @Nullable Instant until, List<String> accepted, List<Wrong> wrong) implements Outcome {
        /** Copies the lists. */
        public Refused {
            accepted = List.copyOf(accepted);
            wrong = List.copyOf(wrong);
        }

        /**
         * An entry of a list that is not accepted.
         *
         * @param pointer JSON pointer to the field that is wrong
         * @param value what it says
         */
        public record Wrong(String pointer, String value) {}

        Refused(Refusal why, @Nullable Instant until, List<String> accepted) {
            this(why, until, accepted, List.of());
        }

        Refused(Refusal why, @Nullable Instant until) {
            this(why, until, List.of());
        }

        Refused(Refusal why) {
            this(why, null);
        }
    }
}
