package org.redress.deadline.document;

import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.util.regex.Pattern;
import org.redress.deadline.policy.Target;
import org.redress.deadline.policy.Unit;

/** Texts in documents, each read with a message for the one who wrote it. */
final class Names {
    private static final Pattern ID = Pattern.compile("[a-z0-9][a-z0-9-]{0,62}");
    private static final Pattern ROLE = Pattern.compile("[A-Z][A-Z_]{0,39}");

    private Names() {}

    static String id(String text) {
        return matching(ID, text, "an id is made of a-z, 0-9 and -, at most 63 of them");
    }

    static String role(String text) {
        return matching(ROLE, text, "a recipient is a name like OWNER or SENIOR_TIER");
    }

    static String title(String text) {
        if (text.isBlank() || text.length() > 100) {
            throw new IllegalArgumentException("a name has 1 to 100 characters");
        }
        return text;
    }

    static LocalDate date(String text) {
        try {
            LocalDate date = LocalDate.parse(text);
            if (date.getYear() < 1970 || date.getYear() > 2199) {
                throw new IllegalArgumentException("a date lies between 1970 and 2199");
            }
            return date;
        } catch (DateTimeException e) {
            throw new IllegalArgumentException("no such date; a date is written like 2026-10-01", e);
        }
    }

    static ZoneId zone(String text) {
        try {
            return ZoneId.of(text);
        } catch (DateTimeException e) {
            throw new IllegalArgumentException("no such time zone; zones are named like Asia/Shanghai", e);
        }
    }

    static Instant instant(String text) {
        try {
            return OffsetDateTime.parse(text).toInstant();
        } catch (DateTimeException e) {
            throw new IllegalArgumentException("a time is ISO-8601 with offset, like 2026-09-30T20:00:00+08:00", e);
        }
    }

    /** A length of time in whole seconds, not negative, at most ten years. */
    static Duration duration(String text) {
        return Duration.ofSeconds(Target.parse(Unit.ELAPSED, text).amount());
    }

    private static String matching(Pattern form, String text, String message) {
        if (!form.matcher(text).matches()) {
            throw new IllegalArgumentException(message);
        }
        return text;
    }
}
