package org.redress.service.query;

import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.ResourceBundle;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.redress.service.problem.FieldError;
import org.redress.service.problem.Languages;
import org.redress.service.query.DeclaredParameters.Declared;

/** Judges a query by what its resource declares; says everything that is wrong, in one reader's language. */
final class QueryRules {
    private static final String TEXTS = "org.redress.service.query.refusals";

    /** More wrong names than these are not worth an answer. */
    private static final int MOST_UNKNOWN = 8;

    private final ResourceBundle texts;
    private final List<FieldError> errors = new ArrayList<>();

    QueryRules(@Nullable String acceptLanguage) {
        texts = Languages.texts(TEXTS, Languages.of(acceptLanguage));
    }

    /**
     * What is wrong with a query.
     *
     * @param query decoded values by name
     * @param closed whether names that are not declared are wrong
     */
    List<FieldError> wrong(Map<String, List<String>> query, DeclaredParameters declared, boolean closed) {
        query.forEach((name, values) -> {
            Declared known = declared.byName().get(name);
            if (values.stream().anyMatch(value -> value.indexOf('\0') >= 0)) {
                refuse(name, "characters", "nul");
            } else if (known != null) {
                judge(name, known, values);
            }
        });
        if (closed) {
            query.keySet().stream()
                    .filter(name -> !declared.byName().containsKey(name))
                    .sorted()
                    .limit(MOST_UNKNOWN)
                    .forEach(name -> refuse(
                            name,
                            "unknown",
                            "unknown",
                            String.join(", ", declared.byName().keySet())));
        }
        return List.copyOf(errors);
    }

    private void judge(String name, Declared known, List<String> values) {
        if (isFirstPage(name, values)) {
            return;
        }
        if (values.stream().anyMatch(String::isBlank)) {
            refuse(name, "required", "blank");
        } else if (values.size() > 1 && !known.many()) {
            refuse(name, "repeated", "repeated");
        } else {
            read(name, known, values.get(0));
        }
    }

    /** A client that turns pages may well begin with an empty cursor; it hides nothing. */
    private static boolean isFirstPage(String name, List<String> values) {
        return name.equals("cursor") && values.equals(List.of(""));
    }

    /** Refuses what the framework could not read as the parameter's type, or would take for something else. */
    private void read(String name, Declared known, String value) {
        Class<?> type = known.type();
        try {
            if (type == int.class || type == Integer.class) {
                inBounds(name, known, Integer.parseInt(value));
            } else if (type == UUID.class) {
                var unused = UUID.fromString(value);
            } else if ((type == boolean.class || type == Boolean.class) && !isBoolean(value)) {
                refuse(name, "type", "boolean");
            } else if (type.isEnum() && constants(type).noneMatch(value::equals)) {
                refuse(name, "value", "values", constants(type).collect(Collectors.joining(", ")));
            }
        } catch (IllegalArgumentException e) {
            refuse(name, "type", type == UUID.class ? "uuid" : "integer");
        }
    }

    private void inBounds(String name, Declared known, int value) {
        Min least = known.bounds().getAnnotation(Min.class);
        Max most = known.bounds().getAnnotation(Max.class);
        if (least != null && value < least.value()) {
            refuse(name, "range", "least", String.valueOf(least.value()));
        } else if (most != null && value > most.value()) {
            refuse(name, "range", "most", String.valueOf(most.value()));
        }
    }

    private static boolean isBoolean(String value) {
        String lower = value.toLowerCase(Locale.ROOT);
        return lower.equals("true") || lower.equals("false");
    }

    private static Stream<String> constants(Class<?> type) {
        return Arrays.stream(type.getEnumConstants()).map(constant -> ((Enum<?>) constant).name());
    }

    private void refuse(String name, String code, String text) {
        refuse(name, code, text, "");
    }

    private void refuse(String name, String code, String text, String accepted) {
        errors.add(new FieldError("/" + name, code, texts.getString(text).replace("{0}", accepted)));
    }
}
