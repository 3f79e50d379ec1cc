package org.redress.intake.platform;

import jakarta.validation.Constraint;
import jakarta.validation.ConstraintValidator;
import jakarta.validation.ConstraintValidatorContext;
import jakarta.validation.Payload;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** A text in {@code zh-CN} and in {@code en}, and in nothing else; null is left to other constraints. */
@Target({ElementType.FIELD, ElementType.PARAMETER, ElementType.TYPE_USE})
@Retention(RetentionPolicy.RUNTIME)
@Constraint(validatedBy = BothLanguages.Check.class)
public @interface BothLanguages {
    /** What is wrong, for people. */
    String message() default "must hold a text of 1 to 500 characters under \"zh-CN\" and under \"en\"";

    /** See Bean Validation. */
    Class<?>[] groups() default {};

    /** See Bean Validation. */
    Class<? extends Payload>[] payload() default {};

    /** Judges the map of texts by language tag. */
    class Check implements ConstraintValidator<BothLanguages, Map<String, String>> {
        private static final Set<String> LANGUAGES = Set.of("zh-CN", "en");
        private static final int LONGEST = 500;

        @Override
        public boolean isValid(@Nullable Map<String, String> texts, ConstraintValidatorContext context) {
            return texts == null
                    || (texts.keySet().equals(LANGUAGES)
                            && texts.values().stream().allMatch(Check::isText));
        }

        private static boolean isText(@Nullable String text) {
            return text != null
                    && !text.isBlank()
                    && text.length() <= LONGEST
                    && text.chars().noneMatch(Character::isISOControl);
        }
    }
}
