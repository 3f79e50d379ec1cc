package org.redress.intake.lifecycle;

import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Something that someone wants done on a complaint. Whether it is accepted where the case stands, and from whom, says
 * {@link LifecycleTable}; what else it needs and what it does says the command.
 */
public sealed interface Command
        permits ContactCommand,
                MaterialsCommand,
                MerchantCommand,
                OfferCommand,
                DecisionCommand,
                AppealCommand,
                RemedyCommand,
                ReferralCommand,
                EndCommand,
                SystemCommand {
    /** Its row in the table. */
    Act act();

    /** What was written with it, for the archive (R42); null where nothing was. */
    @Nullable
    String words();

    /** Whether it cannot be given without a word. */
    default boolean needsWords() {
        return false;
    }

    /** What its first entry on the timeline says beyond what the event tells; plain names and texts. */
    default Map<String, String> noted() {
        return Map.of();
    }

    /** What it does to a case on which the table accepts it. {@link Lifecycle#apply} is the way in. */
    Outcome on(Case before, Moment moment);
}
