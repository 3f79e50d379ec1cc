package org.redress.service.problem;

import java.util.List;
import java.util.Locale;
import java.util.Locale.LanguageRange;
import java.util.ResourceBundle;
import org.jspecify.annotations.Nullable;

/** The languages that users are answered in, and the choice among them. Thread-safe. */
public final class Languages {
    /** Simplified Chinese. */
    public static final Locale CHINESE = Locale.SIMPLIFIED_CHINESE;

    private static final List<Locale> SUPPORTED = List.of(Locale.ENGLISH, CHINESE, Locale.CHINESE);

    private Languages() {}

    /**
     * The best language for a reader.
     *
     * @param acceptLanguage the header's value; absent, unreadable or without a language of ours: English
     */
    public static Locale of(@Nullable String acceptLanguage) {
        if (acceptLanguage == null || acceptLanguage.isBlank()) {
            return Locale.ENGLISH;
        }
        try {
            Locale found = Locale.lookup(LanguageRange.parse(acceptLanguage), SUPPORTED);
            return found != null && "zh".equals(found.getLanguage()) ? CHINESE : Locale.ENGLISH;
        } catch (IllegalArgumentException e) {
            return Locale.ENGLISH;
        }
    }

    /**
     * The texts of a bundle in a language; never those of the machine's own language.
     *
     * @throws java.util.MissingResourceException when there is no such bundle
     */
    public static ResourceBundle texts(String bundle, Locale language) {
        return ResourceBundle.getBundle(
                bundle,
                language,
                ResourceBundle.Control.getNoFallbackControl(ResourceBundle.Control.FORMAT_PROPERTIES));
    }
}
