package org.redress.service.problem;

import jakarta.validation.ConstraintViolation;
import jakarta.validation.ConstraintViolationException;
import jakarta.validation.ElementKind;
import jakarta.validation.Path;
import java.util.Comparator;
import java.util.Locale;

/** Turns broken constraints into pointers, codes and texts. */
final class InvalidFields {
    private InvalidFields() {}

    /** The refusal that lists every broken constraint, in the order of their pointers. */
    static ProblemException refusal(ConstraintViolationException violations) {
        return ProblemException.invalid(violations.getConstraintViolations().stream()
                .map(InvalidFields::fieldError)
                .sorted(Comparator.comparing(FieldError::pointer).thenComparing(FieldError::code))
                .toList());
    }

    private static FieldError fieldError(ConstraintViolation<?> violation) {
        return new FieldError(pointer(violation.getPropertyPath()), code(violation), violation.getMessage());
    }

    /** Leaves out the method, and the parameter where the fields of a body follow it. */
    private static String pointer(Path path) {
        var fields = new StringBuilder();
        String parameter = "";
        for (Path.Node node : path) {
            if (node.getKind() == ElementKind.PARAMETER) {
                parameter = node.getName();
            } else if (node.getKind() == ElementKind.PROPERTY || node.getKind() == ElementKind.CONTAINER_ELEMENT) {
                if (node.getIndex() != null) {
                    fields.append('/').append(node.getIndex());
                }
                if (node.getKind() == ElementKind.PROPERTY) {
                    fields.append('/').append(node.getName());
                }
            }
        }
        return fields.isEmpty() ? "/" + parameter : fields.toString();
    }

    private static String code(ConstraintViolation<?> violation) {
        String constraint = violation
                .getConstraintDescriptor()
                .getAnnotation()
                .annotationType()
                .getSimpleName();
        return switch (constraint) {
            case "NotNull", "NotBlank", "NotEmpty" -> "required";
            case "Size", "CodePointLength", "Length" -> "length";
            case "Pattern", "Email" -> "format";
            case "Min", "Max", "Positive", "PositiveOrZero", "DecimalMin", "DecimalMax", "Digits" -> "range";
            default -> constraint.replaceAll("(?<=[a-z])(?=[A-Z])", "-").toLowerCase(Locale.ROOT);
        };
    }
}
