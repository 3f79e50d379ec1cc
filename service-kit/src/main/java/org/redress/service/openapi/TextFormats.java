package org.redress.service.openapi;

import java.util.List;
import java.util.Map;
import org.eclipse.microprofile.openapi.models.media.Schema;
import org.eclipse.microprofile.openapi.models.media.Schema.SchemaType;

/** Formats of texts that are the same wherever they are met: money, currencies, and expressions that match all of a text. */
final class TextFormats {
    private static final String AMOUNT = "^[0-9]{1,12}(\\.[0-9]{1,4})?$";
    private static final String CURRENCY = "^[A-Z]{3}$";

    private TextFormats() {}

    /** Completes the fields of a schema. */
    static void complete(Schema schema) {
        if (schema.getProperties() != null) {
            schema.getProperties().forEach(TextFormats::field);
        }
    }

    private static void field(String name, Schema field) {
        boolean text = field.getType() != null && field.getType().contains(SchemaType.STRING);
        if (text && field.getPattern() == null) {
            Map.of("amount", AMOUNT, "currency", CURRENCY).forEach((known, pattern) -> {
                if (name.equals(known)) {
                    field.setPattern(pattern);
                    field.setExamples(List.of(known.equals("amount") ? "100.00" : "CNY"));
                }
            });
        }
        wholly(field);
    }

    /** A constraint's expression matches the whole text, a schema's any part of it. */
    static void wholly(Schema schema) {
        String pattern = schema.getPattern();
        if (pattern != null && !pattern.equals("\\S") && !pattern.startsWith("^")) {
            String portable = pattern.replace("\\P{Cntrl}", "[^\\x00-\\x1f\\x7f]");
            schema.setPattern("^(" + portable + ")$");
        }
        if (schema.getItems() != null) {
            wholly(schema.getItems());
        }
    }
}
