package org.redress.intake.casework;

import jakarta.validation.Constraint;
import jakarta.validation.ConstraintValidator;
import jakarta.validation.ConstraintValidatorContext;
import jakarta.validation.Payload;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A time that somebody means: between 2000 and 2200, of what has happened also not after now, five minutes beyond which are
 * forgiven to other clocks. Null is left to other constraints.
 */
@Target({ElementType.FIELD, ElementType.PARAMETER, ElementType.TYPE_USE})
@Retention(RetentionPolicy.RUNTIME)
@Constraint(validatedBy = Range.Check.class)
public @interface Range {
    /** Whether it may lie in the future; if not, the message is {@code {org.redress.future}}. */
    boolean future() default true;

    /** What is wrong, for people. */
    String message() default "{org.redress.range}";

    /** See Bean Validation. */
    Class<?>[] groups() default {};

    /** See Bean Validation. */
    Class<? extends Payload>[] payload() default {};

    /** Judges the instant. */
    class Check implements ConstraintValidator<Range, Instant> {
        private static final Instant EARLIEST = Instant.parse("2000-01-01T00:00:00Z");
        private static final Instant LATEST = Instant.parse("2200-01-01T00:00:00Z");
        private static final Duration CLOCK_SKEW = Duration.ofMinutes(5);

        private boolean future = true;

        @Override
        public void initialize(Range range) {
            future = range.future();
        }

        @Override
        public boolean isValid(@Nullable Instant time, ConstraintValidatorContext context) {
            Instant latest = future
                    ? LATEST
                    : context.getClockProvider().getClock().instant().plus(CLOCK_SKEW);
            return time == null || !(time.isBefore(EARLIEST) || time.isAfter(latest));
        }
    }
}
