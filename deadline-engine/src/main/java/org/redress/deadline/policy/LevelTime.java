package org.redress.deadline.policy;

import java.time.DateTimeException;
import java.time.Duration;
import java.util.function.Function;
import java.util.regex.Pattern;

/** When a level fires, relative to its clock: a share of the target, or an offset from due. */
public sealed interface LevelTime {

    /** Due itself. */
    LevelTime DUE = new Share(100);

    /**
     * Reads {@code 80%}, {@code -PT1H} or {@code +PT4H}.
     *
     * @throws IllegalArgumentException with a message for the one who wrote it
     */
    static LevelTime parse(String text) {
        if (Forms.SHARE.matcher(text).matches()) {
            return new Share(Integer.parseInt(text.substring(0, text.length() - 1)));
        }
        if (!Forms.OFFSET.matcher(text).matches()) {
            throw new IllegalArgumentException(
                    "a level is at a share of the target, e.g. 80%, or at an offset like -PT1H or +PT4H");
        }
        try {
            Duration length = Duration.parse(text.substring(1));
            return new Offset(text.charAt(0) == '-' ? length.negated() : length);
        } catch (DateTimeException | ArithmeticException e) {
            throw new IllegalArgumentException("not an ISO-8601 duration: " + text.substring(1), e);
        }
    }

    /** The form that {@link #parse} reads. */
    String text();

    /** Answers for whichever form this is. */
    <R> R fold(Function<Share, R> share, Function<Offset, R> offset);

    /**
     * A share of the target.
     *
     * @param percent 0 is the start, 100 is due, more lies after due
     */
    record Share(int percent) implements LevelTime {
        /** Checks that the share is within reason. */
        public Share {
            if (percent < 0 || percent > 1000) {
                throw new IllegalArgumentException("a share lies between 0% and 1000%");
            }
        }

        @Override
        public String text() {
            return percent + "%";
        }

        @Override
        public <R> R fold(Function<Share, R> share, Function<Offset, R> offset) {
            return share.apply(this);
        }
    }

    /**
     * An offset from due, counted in the clock's own unit.
     *
     * @param length negative before due; whole seconds, at most ten years
     */
    record Offset(Duration length) implements LevelTime {
        /** Checks that the offset is in whole seconds and within ten years. */
        public Offset {
            if (length.toNanosPart() != 0) {
                throw new IllegalArgumentException("an offset is in whole seconds");
            }
            if (length.abs().toDays() > Target.DAYS_AT_MOST) {
                throw new IllegalArgumentException("an offset is at most ten years");
            }
        }

        @Override
        public String text() {
            return (length.isNegative() ? "-" : "+") + length.abs();
        }

        @Override
        public <R> R fold(Function<Share, R> share, Function<Offset, R> offset) {
            return offset.apply(this);
        }
    }

    /** The forms {@link #parse} knows. */
    final class Forms {
        private static final Pattern SHARE = Pattern.compile("[0-9]{1,4}%");
        private static final Pattern OFFSET = Pattern.compile("[+-]P[0-9DTHMS.]{1,20}");

        private Forms() {}
    }
}
