package org.redress.intake.content;

import java.text.MessageFormat;
import java.util.Locale;
import org.redress.service.problem.Languages;

/** Says to people why their file was refused and what would pass. Thread-safe. */
public final class RefusalTexts {
    private static final String BUNDLE = "org.redress.intake.content.refusals";

    private RefusalTexts() {}

    /** One or two sentences in that language. */
    public static String text(Inspection.Refused refused, Locale language) {
        String pattern =
                Languages.texts(BUNDLE, language).getString(refused.reason().code());
        return new MessageFormat(pattern, language).format(new Object[] {refused.found()});
    }
}
