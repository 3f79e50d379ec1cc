package org.redress.triage.lexicon;

import jakarta.inject.Singleton;
import java.util.Locale;
import org.redress.service.problem.Languages;

/** What each rule says, for people. Thread-safe. */
@Singleton
public class ReasonTexts {

    private static final String BUNDLE = "judgement.reasons";

    /** The text of a rule; its name if a later version has dropped the rule, so that old results stay readable. */
    public String of(String rule, Locale language) {
        var texts = Languages.texts(BUNDLE, language);
        return texts.containsKey(rule) ? texts.getString(rule) : rule;
    }
}
