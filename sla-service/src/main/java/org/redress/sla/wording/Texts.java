package org.redress.sla.wording;

import java.text.MessageFormat;
import java.util.Locale;
import java.util.ResourceBundle;
import org.redress.deadline.document.Problem;
import org.redress.service.problem.Languages;

/**
 * The sentences of one language. What the engine says is English and names the case; in another language the sentence is
 * that of the problem's code and, where there is one, of the field it is about.
 */
final class Texts {
    private static final String BUNDLE = "org.redress.sla.wording.wording";

    private final Locale language;
    private final ResourceBundle texts;

    Texts(Locale language) {
        this.language = language;
        this.texts = Languages.texts(BUNDLE, language);
    }

    /** What is wrong. */
    String of(Problem problem) {
        if (language.equals(Locale.ENGLISH)) {
            return problem.message();
        }
        String ofField = "engine." + problem.code() + "." + field(problem.pointer());
        return texts.getString(texts.containsKey(ofField) ? ofField : "engine." + problem.code());
    }

    /** A sentence with values; numbers as they are, without grouping. */
    String text(String key, Object... values) {
        return new MessageFormat(texts.getString(key), Locale.ROOT).format(values);
    }

    /** The field a pointer ends with; that of a list for one of its elements. */
    private static String field(String pointer) {
        String[] steps = pointer.split("/");
        for (int i = steps.length - 1; i > 0; i--) {
            if (!steps[i].matches("[0-9]+")) {
                return steps[i];
            }
        }
        return "document";
    }
}
