package org.redress.service.problem;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Finds the query parameter that could not be read as the type that its resource asks for. */
final class WrongParameter {
    private static final int LONGEST_ID = 36;

    private WrongParameter() {}

    /**
     * The parameters whose value is what a reader complained of.
     *
     * @param failure what the reader threw; it names the value, never the parameter
     */
    static List<FieldError> in(Map<String, List<String>> query, @Nullable Throwable failure) {
        if (failure == null || failure.getMessage() == null) {
            return List.of();
        }
        String said = failure.getMessage();
        return query.entrySet().stream()
                .filter(parameter -> parameter.getValue().stream().anyMatch(value -> names(said, value)))
                .map(parameter -> new FieldError("/" + parameter.getKey(), "type", accepted(failure)))
                .toList();
    }

    private static String accepted(Throwable failure) {
        return failure instanceof NumberFormatException ? "accepted: a whole number" : "accepted: a value of its type";
    }

    /** Readers of numbers and dates quote what they could not read, those of ids and constants end with it. */
    private static boolean names(String said, String value) {
        return said.contains('"' + value + '"')
                || said.contains("'" + value + "'")
                || (value.length() > LONGEST_ID && said.startsWith("UUID string too large"))
                || (!value.isEmpty() && (said.endsWith(": " + value) || said.endsWith("." + value)));
    }
}
