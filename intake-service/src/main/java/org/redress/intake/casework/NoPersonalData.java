package org.redress.intake.casework;

import jakarta.validation.Constraint;
import jakarta.validation.ConstraintValidator;
import jakarta.validation.ConstraintValidatorContext;
import jakarta.validation.Payload;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.jspecify.annotations.Nullable;
import org.redress.intake.privacy.Reference;

/**
 * A name or number that travels on topics as it is: nobody's phone, identity card or mail address. Null is left to other
 * constraints.
 */
@Target({ElementType.FIELD, ElementType.PARAMETER, ElementType.TYPE_USE})
@Retention(RetentionPolicy.RUNTIME)
@Constraint(validatedBy = NoPersonalData.Check.class)
public @interface NoPersonalData {
    /** What is wrong, for people. */
    String message() default "{org.redress.no-personal-data}";

    /** See Bean Validation. */
    Class<?>[] groups() default {};

    /** See Bean Validation. */
    Class<? extends Payload>[] payload() default {};

    /** Judges by what a reference may hold. */
    class Check implements ConstraintValidator<NoPersonalData, String> {
        @Override
        public boolean isValid(@Nullable String text, ConstraintValidatorContext context) {
            return text == null || !Reference.isPersonal(text);
        }
    }
}
