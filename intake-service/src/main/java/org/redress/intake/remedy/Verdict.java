package org.redress.intake.remedy;

import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** What a platform said of an order, as far as it can be trusted. */
sealed interface Verdict {
    /**
     * It is carried out.
     *
     * @param reference the platform's own name for what it did
     * @param carriedOutAt by the platform's clock
     * @param receiptSha256 of its receipt
     */
    record Executed(
            String reference,
            @Nullable Instant carriedOutAt,
            @Nullable String receiptSha256) implements Verdict {}

    /** The platform has it and will carry it out. */
    record Accepted(@Nullable String reference) implements Verdict {}

    /** The platform has it and leaves it. */
    record Cancelled() implements Verdict {}

    /** It will not be carried out; asking again would not help. */
    record Refused(String reason) implements Verdict {}

    /** The platform does not know it. */
    record Absent() implements Verdict {}

    /** Surely nothing was sent. */
    record NotSent(String what, Duration pause) implements Verdict {}

    /** It may or may not have happened; {@code pause} is how long the platform asks to be left alone. */
    record Unclear(String what, Duration pause) implements Verdict {}
}
