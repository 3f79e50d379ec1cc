package org.redress.intake.search;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.redress.intake.complaint.Category;
import org.redress.intake.complaint.ComplaintStatus;
import org.redress.intake.complaint.Severity;
import org.redress.service.page.Cursor;
import org.redress.service.problem.FieldError;
import org.redress.service.problem.Languages;
import org.redress.service.problem.ProblemException;

/** From a query to a filter, in the reader's language where it is refused. For one request. */
final class SearchReader {
    private static final String TEXTS = "org.redress.intake.search.refusals";
    private static final Instant EARLIEST = Instant.parse("2000-01-01T00:00:00Z");
    private static final Instant LATEST = Instant.parse("2200-01-01T00:00:00Z");

    private final Locale language;
    private final List<FieldError> errors = new ArrayList<>();

    SearchReader(@Nullable String acceptLanguage) {
        this.language = Languages.of(acceptLanguage);
    }

    /** Refuses filters that are not for this reader. */
    SearchReader without(Set<String> filters, Set<String> given) {
        given.stream().filter(filters::contains).sorted().forEach(name -> refuse(name, "unknown", "unknown", ""));
        return this;
    }

    /**
     * The filter that was asked for.
     *
     * @throws ProblemException 422 with everything that is wrong
     */
    Filter filter(SearchParameters asked, String ownPlatform) {
        if (asked.platform() != null && !asked.platform().equals(ownPlatform)) {
            refuse("platform", "value", "platform", "");
        }
        String number = asked.number();
        Filter filter = new Filter(
                constants("status", ComplaintStatus.class, asked.status()),
                constants("category", Category.class, asked.category()),
                constants("severity", Severity.class, asked.severity()),
                number == null ? null : number.strip().toUpperCase(Locale.ROOT),
                asked.orderNo(),
                asked.complainant(),
                asked.merchant(),
                asked.owner(),
                time("filedFrom", asked.filedFrom()),
                time("filedTo", asked.filedTo()));
        if (!errors.isEmpty()) {
            throw ProblemException.invalid(errors);
        }
        return filter;
    }

    /**
     * Where the page begins, null at the beginning.
     *
     * @throws ProblemException 422 if the cursor is none of ours, or of a list with other filters
     */
    @Nullable
    Position after(@Nullable String cursor, Filter filter) {
        if (Cursor.isFirst(cursor)) {
            return null;
        }
        try {
            Map<String, String> values = Cursor.parse(cursor);
            Instant at = Instant.parse(values.getOrDefault("at", ""));
            if (at.isBefore(EARLIEST) || at.isAfter(LATEST)) {
                throw cursor("cursor");
            }
            if (!filter.fingerprint().equals(values.get("of"))) {
                throw cursor("cursor-of-other-filters");
            }
            return new Position(at, UUID.fromString(values.getOrDefault("id", "")));
        } catch (DateTimeException | IllegalArgumentException e) {
            throw cursor("cursor");
        }
    }

    /** The cursor of the page behind a position. */
    static String cursor(Position behind, Filter filter) {
        return Cursor.of(
                Map.of("at", behind.filedAt().toString(), "id", behind.id().toString(), "of", filter.fingerprint()));
    }

    private ProblemException cursor(String text) {
        return ProblemException.invalid(new FieldError("/cursor", text, text(text, "")));
    }

    private <E extends Enum<E>> Set<E> constants(String name, Class<E> type, @Nullable List<String> given) {
        Set<E> values = EnumSet.noneOf(type);
        Stream<String> all = given == null ? Stream.empty() : given.stream();
        all.flatMap(one -> Arrays.stream(one.split(",", -1))).forEach(one -> {
            try {
                values.add(Enum.valueOf(type, one));
            } catch (IllegalArgumentException e) {
                refuse(name, "value", "accepted", names(type));
            }
        });
        return values;
    }

    /** A plus sign that was not encoded arrives as a space. */
    private @Nullable Instant time(String name, @Nullable String given) {
        if (given == null) {
            return null;
        }
        try {
            Instant at = OffsetDateTime.parse(given.replace(' ', '+')).toInstant();
            if (!at.isBefore(EARLIEST) && !at.isAfter(LATEST)) {
                return at;
            }
        } catch (DateTimeException e) {
            // Said below.
        }
        refuse(name, "format", "time", "");
        return null;
    }

    private void refuse(String name, String code, String text, String values) {
        errors.add(new FieldError("/" + name, code, text(text, values)));
    }

    private String text(String key, String values) {
        return Languages.texts(TEXTS, language).getString(key).replace("{0}", values);
    }

    private static String names(Class<? extends Enum<?>> type) {
        return Arrays.stream(type.getEnumConstants()).map(Enum::name).collect(Collectors.joining(", "));
    }
}
