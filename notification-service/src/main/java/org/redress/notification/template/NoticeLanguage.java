package org.redress.notification.template;

import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** The languages that messages are written in. */
public final class NoticeLanguage {
    /** Simplified Chinese, the default. */
    public static final String CHINESE = "zh-CN";
    /** English. */
    public static final String ENGLISH = "en";
    /** All of them. */
    public static final List<String> ALL = List.of(CHINESE, ENGLISH);

    private NoticeLanguage() {}

    /** The language for a person, from the language tag that is known of them; Chinese without one or for any other. */
    public static String of(@Nullable String tag) {
        return tag != null && Locale.forLanguageTag(tag).getLanguage().equals(ENGLISH) ? ENGLISH : CHINESE;
    }

    /** The language for a reader, from their {@code Accept-Language}; Chinese if it names neither. */
    public static String accepted(@Nullable String header) {
        if (header == null || header.isBlank()) {
            return CHINESE;
        }
        try {
            String found = Locale.lookupTag(Locale.LanguageRange.parse(header), List.of(ENGLISH, CHINESE, "zh"));
            return ENGLISH.equalsIgnoreCase(found) ? ENGLISH : CHINESE;
        } catch (IllegalArgumentException e) {
            return CHINESE;
        }
    }
}
