package org.redress.intake.live;

import java.util.Comparator;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * A place in the order of changes: by transaction, then by number. The id of an event on the live stream.
 *
 * @param transaction the transaction that made the change
 * @param number the change's number within this service
 */
record ChangePosition(long transaction, long number) implements Comparable<ChangePosition> {
    private static final Pattern TEXT = Pattern.compile("([0-9]{1,18})-([0-9]{1,18})");
    private static final Comparator<ChangePosition> ORDER =
            Comparator.comparingLong(ChangePosition::transaction).thenComparingLong(ChangePosition::number);

    /** The place behind every change of the transactions before that one. */
    static ChangePosition before(long transaction) {
        return new ChangePosition(transaction - 1, Long.MAX_VALUE);
    }

    /** Reads a {@code Last-Event-ID}; nothing if there is none or it is none of ours. */
    static Optional<ChangePosition> parse(@Nullable String text) {
        Matcher matcher = TEXT.matcher(text == null ? "" : text);
        return matcher.matches()
                ? Optional.of(new ChangePosition(Long.parseLong(matcher.group(1)), Long.parseLong(matcher.group(2))))
                : Optional.empty();
    }

    /** As an event id. */
    String text() {
        return transaction + "-" + number;
    }

    @Override
    public int compareTo(ChangePosition other) {
        return ORDER.compare(this, other);
    }
}
