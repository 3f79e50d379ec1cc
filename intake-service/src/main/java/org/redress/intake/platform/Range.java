package org.redress.intake.platform;

import jakarta.validation.Constraint;
import jakarta.validation.ConstraintValidator;
import jakarta.validation.ConstraintValidatorContext;
import jakarta.validation.Payload;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/** A time that is neither too short nor too long. Null and what is no {@link Period} are left to other constraints. */
@Target({ElementType.FIELD, ElementType.PARAMETER, ElementType.TYPE_USE})
@Retention(RetentionPolicy.RUNTIME)
@Constraint(validatedBy = Range.Check.class)
public @interface Range {
    /** The shortest, as ISO-8601 writes it. */
    String min() default Period.SHORTEST;

    /** The longest. */
    String max() default Period.LONGEST;

    /** What is wrong, for people. */
    String message() default "{org.redress.period}";

    /** See Bean Validation. */
    Class<?>[] groups() default {};

    /** See Bean Validation. */
    Class<? extends Payload>[] payload() default {};

    /** Judges the written duration. */
    class Check implements ConstraintValidator<Range, String> {
        private Duration min = Duration.ZERO;
        private Duration max = Duration.ZERO;

        @Override
        public void initialize(Range range) {
            min = Duration.parse(range.min());
            max = Duration.parse(range.max());
        }

        @Override
        public boolean isValid(@Nullable String written, ConstraintValidatorContext context) {
            if (written == null || !written.matches(Period.FORM)) {
                return true;
            }
            Duration length = Duration.parse(written);
            return length.compareTo(min) >= 0 && length.compareTo(max) <= 0;
        }
    }
}
