package org.redress.service.openapi;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.eclipse.microprofile.openapi.OASFactory;
import org.eclipse.microprofile.openapi.models.media.Schema;
import org.eclipse.microprofile.openapi.models.media.Schema.SchemaType;
import org.jboss.jandex.AnnotationInstance;
import org.jboss.jandex.AnnotationTarget;
import org.jboss.jandex.AnnotationValue;
import org.jboss.jandex.ClassInfo;
import org.jboss.jandex.DotName;
import org.jboss.jandex.IndexView;
import org.jboss.jandex.RecordComponentInfo;
import org.jspecify.annotations.Nullable;

/**
 * Says of each record's schema what the record itself says: what may be null, what an answer always has, how long a text
 * may be. A component marked {@code @Nullable} may be null; every other one is in every answer, unless the record leaves
 * empty values out.
 */
final class RecordSchemas {
    private static final DotName NULLABLE = DotName.createSimple("org.jspecify.annotations.Nullable");
    private static final DotName LENGTH = DotName.createSimple("org.hibernate.validator.constraints.CodePointLength");
    private static final DotName NAMED =
            DotName.createSimple("org.eclipse.microprofile.openapi.annotations.media.Schema");
    private static final DotName LEFT_OUT = DotName.createSimple("com.fasterxml.jackson.annotation.JsonInclude");
    private static final DotName JSON_NAME = DotName.createSimple("com.fasterxml.jackson.annotation.JsonProperty");
    private static final DotName RECORD = DotName.createSimple("java.lang.Record");

    private final Map<String, List<ClassInfo>> records;

    RecordSchemas(IndexView index) {
        records = index.getAllKnownSubclasses(RECORD).stream()
                .collect(Collectors.groupingBy(RecordSchemas::name, TreeMap::new, Collectors.toList()));
    }

    /**
     * Completes a schema that describes a record; leaves others alone.
     *
     * @param onlySent whether clients send it and never get it: then it takes no other fields
     */
    void complete(String name, Schema schema, boolean onlySent) {
        if (schema.getProperties() == null) {
            return;
        }
        if (onlySent) {
            schema.setAdditionalPropertiesSchema(OASFactory.createSchema().booleanSchema(false));
        }
        record(name, schema.getProperties().keySet()).ifPresent(type -> {
            for (RecordComponentInfo component : type.recordComponents()) {
                complete(schema, component, onlySent);
            }
        });
    }

    private static void complete(Schema schema, RecordComponentInfo component, boolean onlySent) {
        String field = field(component);
        Schema property = schema.getProperties().get(field);
        if (property == null) {
            return;
        }
        AnnotationInstance length = annotation(component, LENGTH);
        if (length != null && property.getRef() == null && length.value("max") != null) {
            property.setMaxLength(length.value("max").asInt());
        }
        if (isNullable(component)) {
            schema.addProperty(field, nullable(property));
        } else if (!onlySent && !mayBeMissing(component)) {
            require(schema, field);
        }
    }

    private static void require(Schema schema, String field) {
        if (schema.getRequired() == null || !schema.getRequired().contains(field)) {
            schema.addRequired(field);
        }
    }

    /** What is empty is left out by some records; of a record's own texts and numbers none is empty. */
    private static boolean mayBeMissing(RecordComponentInfo component) {
        String left = leftOut(component);
        boolean holder = component.type().kind() == org.jboss.jandex.Type.Kind.PARAMETERIZED_TYPE;
        return left.equals("NON_EMPTY") && holder;
    }

    private static String leftOut(RecordComponentInfo component) {
        AnnotationInstance own = annotation(component, LEFT_OUT);
        AnnotationInstance said = own != null ? own : component.declaringClass().declaredAnnotation(LEFT_OUT);
        AnnotationValue value = said == null ? null : said.value();
        return value == null ? "" : value.asEnum();
    }

    /** The same schema, that also takes null. */
    static Schema nullable(Schema schema) {
        if (schema.getRef() != null) {
            return OASFactory.createSchema()
                    .addAnyOf(OASFactory.createSchema().ref(schema.getRef()))
                    .addAnyOf(OASFactory.createSchema().addType(SchemaType.NULL));
        }
        List<SchemaType> types = schema.getType();
        if (types != null && !types.contains(SchemaType.NULL)) {
            schema.addType(SchemaType.NULL);
            if (schema.getEnumeration() != null) {
                schema.addEnumeration(null);
            }
        }
        return schema;
    }

    private Optional<ClassInfo> record(String schema, Set<String> fields) {
        String base = schema.replaceAll("[0-9]+$", "");
        return List.of(schema, base, schema.startsWith("Page") ? "Page" : base).stream()
                .flatMap(name -> records.getOrDefault(name, List.of()).stream())
                .filter(type -> type.recordComponents().stream()
                        .map(RecordSchemas::field)
                        .collect(Collectors.toSet())
                        .equals(fields))
                .findFirst();
    }

    private static boolean isNullable(RecordComponentInfo component) {
        return component.type().hasAnnotation(NULLABLE)
                || component.hasAnnotation(NULLABLE)
                || (component.field() != null && component.field().type().hasAnnotation(NULLABLE));
    }

    private static @Nullable AnnotationInstance annotation(RecordComponentInfo component, DotName name) {
        AnnotationInstance own = component.declaredAnnotation(name);
        return own != null || component.field() == null
                ? own
                : component.field().declaredAnnotation(name);
    }

    private static String field(RecordComponentInfo component) {
        AnnotationInstance said = annotation(component, JSON_NAME);
        return said != null && said.value() != null ? said.value().asString() : component.name();
    }

    private static String name(ClassInfo type) {
        AnnotationInstance named = type.declaredAnnotation(NAMED);
        boolean says =
                named != null && named.target().kind() == AnnotationTarget.Kind.CLASS && named.value("name") != null;
        return says ? named.value("name").asString() : type.simpleName();
    }
}
