package org.redress.service.problem;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonMappingException.Reference;
import com.fasterxml.jackson.databind.exc.InvalidFormatException;
import com.fasterxml.jackson.databind.exc.MismatchedInputException;
import com.fasterxml.jackson.databind.exc.UnrecognizedPropertyException;
import java.text.MessageFormat;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.ResourceBundle;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Says in a reader's words why a body could not be read: which field, and what would be accepted. */
final class UnreadableJson {
    private final ResourceBundle texts;

    /** Speaks with the texts of one language. */
    UnreadableJson(ResourceBundle texts) {
        this.texts = texts;
    }

    /** The refusal for a body that the JSON reader gave up on. */
    ProblemException refusal(JsonProcessingException failure) {
        return failure instanceof MismatchedInputException mismatch
                ? ProblemException.invalid(fieldError(mismatch))
                : new ProblemException(ProblemCode.MALFORMED_JSON, place(failure), List.of());
    }

    private FieldError fieldError(MismatchedInputException mismatch) {
        String pointer = pointer(mismatch.getPath());
        if (mismatch instanceof UnrecognizedPropertyException unknown) {
            return new FieldError(pointer, "unknown-field", text("accepted.fields", known(unknown)));
        }
        if (mismatch instanceof InvalidFormatException format
                && format.getValue() instanceof String given
                && given.indexOf('\0') >= 0) {
            return new FieldError(pointer, "characters", text("accepted.characters"));
        }
        Class<?> target = mismatch.getTargetType();
        return new FieldError(pointer, code(mismatch, target), accepted(target));
    }

    private static String code(MismatchedInputException mismatch, @Nullable Class<?> target) {
        boolean rightTypeWrongValue =
                mismatch instanceof InvalidFormatException format && format.getValue() instanceof String;
        return rightTypeWrongValue || (target != null && target.isEnum()) ? "value" : "type";
    }

    private static String known(UnrecognizedPropertyException unknown) {
        Collection<Object> ids = unknown.getKnownPropertyIds();
        return ids == null ? "" : ids.stream().map(String::valueOf).sorted().collect(Collectors.joining(", "));
    }

    private String accepted(@Nullable Class<?> target) {
        if (target == null) {
            return text("accepted.object");
        }
        if (target.isEnum()) {
            return text(
                    "accepted.values",
                    Arrays.stream(target.getEnumConstants())
                            .map(String::valueOf)
                            .collect(Collectors.joining(", ")));
        }
        return switch (target.getSimpleName()) {
            case "String" -> text("accepted.string");
            case "Instant", "OffsetDateTime" -> text("accepted.instant");
            case "UUID" -> text("accepted.uuid");
            case "int", "Integer", "long", "Long" -> text("accepted.integer");
            case "boolean", "Boolean" -> text("accepted.boolean");
            case "List", "ArrayList", "Set" -> text("accepted.array");
            default -> text("accepted.object");
        };
    }

    private String text(String key, Object... values) {
        return values.length == 0 ? texts.getString(key) : MessageFormat.format(texts.getString(key), values);
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

    private @Nullable String place(JsonProcessingException failure) {
        var location = failure.getLocation();
        return location == null
                ? null
                : text(
                        "malformed-json.place",
                        String.valueOf(location.getLineNr()),
                        String.valueOf(location.getColumnNr()));
    }
}
