package org.redress.intake.casework;

import java.util.Locale;
import org.redress.service.problem.FieldError;
import org.redress.service.problem.Languages;
import org.redress.service.problem.ProblemException;

/** Refusals of fields that depend on each other, in the reader's language. */
final class FieldTexts {
    private static final String TEXTS = "org.redress.intake.casework.fields";

    private FieldTexts() {}

    /** The refusal of one field; {@code text} names the words. */
    static ProblemException refusal(String pointer, String code, String text, Locale language) {
        return ProblemException.invalid(
                new FieldError(pointer, code, Languages.texts(TEXTS, language).getString(text)));
    }
}
