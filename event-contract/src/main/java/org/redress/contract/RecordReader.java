package org.redress.contract;

import com.fasterxml.jackson.databind.JsonNode;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Builds a record from a JSON object, component by component, and names the field when one does not fit.
 *
 * <p>Own code because a general binder coerces ({@code "3"} to 3, a number to an instant) where a contract must
 * refuse. The record is the only description: a component's type says what fits, {@code @Nullable} says optional.
 */
final class RecordReader {
    private static final Map<Class<?>, Function<String, Object>> TEXTS = Map.of(
            String.class,
            text -> text,
            UUID.class,
            RecordReader::uuid,
            Instant.class,
            text -> OffsetDateTime.parse(text).toInstant(),
            Duration.class,
            Duration::parse);

    private static final Map<Class<?>, String> NAMES = Map.of(
            String.class, "text",
            UUID.class, "a UUID",
            Instant.class, "an ISO-8601 instant with offset",
            Duration.class, "an ISO-8601 duration");

    private final String type;

    RecordReader(String type) {
        this.type = type;
    }

    <R> R read(JsonNode node, Class<R> record, String pointer) {
        if (!node.isObject()) {
            throw unreadable(pointer, "must be an object");
        }
        RecordComponent[] components = record.getRecordComponents();
        Object[] values = new Object[components.length];
        for (int i = 0; i < components.length; i++) {
            values[i] = component(node, components[i], pointer);
        }
        return construct(record, components, values, pointer);
    }

    private @Nullable Object component(JsonNode object, RecordComponent component, String parent) {
        String pointer = parent + "/" + component.getName();
        JsonNode node = object.get(component.getName());
        if (node == null || node.isNull()) {
            if (component.getAnnotatedType().isAnnotationPresent(Nullable.class)) {
                return null;
            }
            throw unreadable(pointer, "is required");
        }
        return value(node, component.getGenericType(), pointer);
    }

    private Object value(JsonNode node, Type wanted, String pointer) {
        if (wanted instanceof ParameterizedType list) {
            return list(node, list.getActualTypeArguments()[0], pointer);
        }
        Class<?> raw = (Class<?>) wanted;
        if (raw.isRecord()) {
            return read(node, raw, pointer);
        }
        if (raw.isEnum()) {
            return code(node, raw, pointer);
        }
        if (raw == JsonNode.class) {
            return document(node, pointer);
        }
        if (raw == boolean.class) {
            return flag(node, pointer);
        }
        return raw.isPrimitive() || raw == Integer.class ? number(node, raw, pointer) : text(node, raw, pointer);
    }

    private List<Object> list(JsonNode node, Type element, String pointer) {
        if (!node.isArray()) {
            throw unreadable(pointer, "must be an array");
        }
        List<Object> values = new ArrayList<>(node.size());
        for (int i = 0; i < node.size(); i++) {
            values.add(value(node.get(i), element, pointer + "/" + i));
        }
        return List.copyOf(values);
    }

    private Object code(JsonNode node, Class<?> codes, String pointer) {
        for (Object code : codes.getEnumConstants()) {
            if (node.isTextual() && ((Enum<?>) code).name().equals(node.textValue())) {
                return code;
            }
        }
        throw unreadable(pointer, "must be one of " + Arrays.toString(codes.getEnumConstants()));
    }

    private JsonNode document(JsonNode node, String pointer) {
        if (!node.isObject()) {
            throw unreadable(pointer, "must be an object");
        }
        return node;
    }

    private Object number(JsonNode node, Class<?> wanted, String pointer) {
        boolean whole = node.isIntegralNumber();
        if ((wanted == int.class || wanted == Integer.class) && whole && node.canConvertToInt()) {
            return node.intValue();
        }
        if (wanted == long.class && whole && node.canConvertToLong()) {
            return node.longValue();
        }
        if (wanted == double.class && node.isNumber()) {
            return node.doubleValue();
        }
        throw unreadable(pointer, wanted == double.class ? "must be a number" : "must be a whole number");
    }

    private Object flag(JsonNode node, String pointer) {
        if (!node.isBoolean()) {
            throw unreadable(pointer, "must be true or false");
        }
        return node.booleanValue();
    }

    private Object text(JsonNode node, Class<?> wanted, String pointer) {
        Function<String, Object> parse = TEXTS.get(wanted);
        if (parse == null) {
            throw new IllegalStateException("the contract has no JSON form for " + wanted);
        }
        if (!node.isTextual() || node.textValue().isEmpty()) {
            throw unreadable(pointer, "must be " + NAMES.get(wanted));
        }
        try {
            return parse.apply(node.textValue());
        } catch (IllegalArgumentException | java.time.DateTimeException e) {
            throw unreadable(pointer, "must be " + NAMES.get(wanted));
        }
    }

    /** {@link UUID#fromString} alone would take {@code 1-1-1-1-1}. */
    private static UUID uuid(String text) {
        UUID uuid = UUID.fromString(text);
        if (text.length() != 36) {
            throw new IllegalArgumentException("not the canonical form");
        }
        return uuid;
    }

    private <R> R construct(Class<R> record, RecordComponent[] components, Object[] values, String pointer) {
        Class<?>[] types =
                Arrays.stream(components).map(RecordComponent::getType).toArray(Class<?>[]::new);
        try {
            return record.getDeclaredConstructor(types).newInstance(values);
        } catch (InvocationTargetException e) {
            if (e.getCause() instanceof FieldRule.Broken broken) {
                throw unreadable(pointer + "/" + broken.field(), broken.rule());
            }
            throw new IllegalStateException(e);
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException(e);
        }
    }

    private UnreadableDataException unreadable(String pointer, String reason) {
        return new UnreadableDataException(type, pointer, reason);
    }
}
