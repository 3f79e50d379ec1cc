package org.redress.service.problem;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonMappingException.Reference;
import com.fasterxml.jackson.databind.exc.InvalidFormatException;
import com.fasterxml.jackson.databind.exc.MismatchedInputException;
import com.fasterxml.jackson.databind.exc.UnrecognizedPropertyException;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Says in a client's words why a body could not be read: which field, and what would be accepted. */
final class UnreadableJson {
    private UnreadableJson() {}

    /** The refusal for a body that the JSON reader gave up on. */
    static ProblemException refusal(JsonProcessingException failure) {
        return failure instanceof MismatchedInputException mismatch
                ? ProblemException.invalid(fieldError(mismatch))
                : new ProblemException(ProblemCode.MALFORMED_JSON, place(failure), List.of());
    }

    private static FieldError fieldError(MismatchedInputException mismatch) {
        String pointer = pointer(mismatch.getPath());
        if (mismatch instanceof UnrecognizedPropertyException unknown) {
            return new FieldError(pointer, "unknown-field", "not a field; accepted: " + known(unknown));
        }
        Class<?> target = mismatch.getTargetType();
        String code = mismatch instanceof InvalidFormatException ? "value" : "type";
        return new FieldError(pointer, code, "accepted: " + accepted(target));
    }

    private static String known(UnrecognizedPropertyException unknown) {
        Collection<Object> ids = unknown.getKnownPropertyIds();
        return ids == null ? "" : ids.stream().map(String::valueOf).sorted().collect(Collectors.joining(", "));
    }

    private static String accepted(@Nullable Class<?> target) {
        if (target == null) {
            return "an object";
        }
        if (target.isEnum()) {
            return Arrays.stream(target.getEnumConstants()).map(String::valueOf).collect(Collectors.joining(", "));
        }
        return switch (target.getSimpleName()) {
            case "String" -> "a string";
            case "Instant", "OffsetDateTime" -> "a date-time with offset, such as \"2026-11-22T10:00:00+08:00\"";
            case "UUID" -> "a UUID";
            case "int", "Integer", "long", "Long" -> "a whole number";
            case "boolean", "Boolean" -> "true or false";
            case "List", "ArrayList", "Set" -> "an array";
            default -> "an object";
        };
    }

    private static String pointer(List<Reference> path) {
        String joined = path.stream()
                .map(step ->
                        step.getFieldName() != null ? escaped(step.getFieldName()) : String.valueOf(step.getIndex()))
                .collect(Collectors.joining("/"));
        return "/" + joined;
    }

    private static String escaped(String name) {
        return name.replace("~", "~0").replace("/", "~1");
    }

    private static @Nullable String place(JsonProcessingException failure) {
        var location = failure.getLocation();
        return location == null
                ? null
                : "not readable as JSON at line " + location.getLineNr() + ", column " + location.getColumnNr();
    }
}
