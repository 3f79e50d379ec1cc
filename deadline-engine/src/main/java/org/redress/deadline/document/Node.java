package org.redress.deadline.document;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * A place in decoded JSON: reads what is expected there and notes a problem where something else is. Readers go on after a
 * problem, so that one answer names all of them.
 */
final class Node {
    private final @Nullable Object value;
    private final String pointer;
    private final List<Problem> problems;

    private Node(@Nullable Object value, String pointer, List<Problem> problems) {
        this.value = value;
        this.pointer = pointer;
        this.problems = problems;
    }

    static Node root(@Nullable Object value, List<Problem> problems) {
        return new Node(value, "", problems);
    }

    static Node at(String pointer, @Nullable Object value, List<Problem> problems) {
        return new Node(value, pointer, problems);
    }

    String pointer() {
        return pointer;
    }

    boolean present() {
        return value != null;
    }

    boolean isText() {
        return value instanceof String;
    }

    boolean isEmptyList() {
        return value instanceof List<?> list && list.isEmpty();
    }

    boolean isEmptyOrAbsent() {
        return value == null || isEmptyList();
    }

    /** Whether this is an object that says nothing. */
    boolean hasOnlyNulls() {
        return value instanceof Map<?, ?> map && map.values().stream().allMatch(entry -> entry == null);
    }

    void problem(String code, String message) {
        problems.add(new Problem(pointer, code, message));
    }

    /** A field of an object; absent if this is none. */
    Node field(String name) {
        Object found = value instanceof Map<?, ?> map ? map.get(name) : null;
        return new Node(found, pointer + "/" + escaped(name), problems);
    }

    /** Notes a problem for every field but these, and one if this is no object. */
    boolean object(Set<String> known) {
        if (!(value instanceof Map<?, ?> map)) {
            problem(value == null ? "required" : "type", "an object is expected here");
            return false;
        }
        for (Object key : map.keySet()) {
            if (!known.contains(String.valueOf(key))) {
                field(String.valueOf(key)).problem("unknown", "no such field; known are " + sorted(known));
            }
        }
        return true;
    }

    /** The entries of an object with free keys. */
    List<String> keys() {
        return value instanceof Map<?, ?> map
                ? map.keySet().stream().map(String::valueOf).toList()
                : List.of();
    }

    /** The elements of a list; none, with a problem, if this is something else or longer than that. */
    List<Node> list(int atMost) {
        if (!(value instanceof List<?> list)) {
            problem(value == null ? "required" : "type", "a list is expected here");
            return List.of();
        }
        if (list.size() > atMost) {
            problem("range", "at most " + atMost + " entries");
            return List.of();
        }
        List<Node> nodes = new ArrayList<>();
        for (int i = 0; i < list.size(); i++) {
            nodes.add(new Node(list.get(i), pointer + "/" + i, problems));
        }
        return nodes;
    }

    /** A text read by a parser whose IllegalArgumentException says what is wrong; empty, with a problem, if it fails. */
    <T> Optional<T> text(Function<String, T> parser) {
        if (!(value instanceof String text)) {
            problem(value == null ? "required" : "type", "a text is expected here");
            return Optional.empty();
        }
        try {
            return Optional.of(parser.apply(text));
        } catch (IllegalArgumentException e) {
            problem("value", String.valueOf(e.getMessage()));
            return Optional.empty();
        }
    }

    /** The same for a field that may be missing. */
    <T> Optional<T> optionalText(Function<String, T> parser) {
        return present() ? text(parser) : Optional.empty();
    }

    /** One of the names of an enumeration. */
    <E extends Enum<E>> Optional<E> oneOf(Class<E> type) {
        return text(name -> {
            for (E constant : type.getEnumConstants()) {
                if (constant.name().equals(name)) {
                    return constant;
                }
            }
            throw new IllegalArgumentException("not one of " + List.of(type.getEnumConstants()));
        });
    }

    /** A list of such names, neither empty nor with doubles; nothing if the field is missing. */
    <E extends Enum<E>> Set<E> someOf(Class<E> type) {
        if (!present()) {
            return Set.of();
        }
        List<Node> entries = list(type.getEnumConstants().length);
        if (isEmptyList()) {
            problem("empty", "an empty list fits nothing; leave the field out if it doesn't matter");
        }
        Set<E> found = new LinkedHashSet<>();
        for (Node entry : entries) {
            entry.oneOf(type)
                    .filter(one -> !found.add(one))
                    .ifPresent(one -> entry.problem("duplicate", "named twice"));
        }
        return found;
    }

    boolean flag(boolean otherwise) {
        if (value == null) {
            return otherwise;
        }
        if (value instanceof Boolean flag) {
            return flag;
        }
        problem("type", "true or false is expected here");
        return otherwise;
    }

    Optional<Integer> integer(int least, int most) {
        if (!(value instanceof Integer || value instanceof Long)) {
            problem(value == null ? "required" : "type", "a whole number is expected here");
            return Optional.empty();
        }
        long number = ((Number) value).longValue();
        if (number < least || number > most) {
            problem("range", "a whole number from " + least + " to " + most);
            return Optional.empty();
        }
        return Optional.of((int) number);
    }

    /** An amount of money as a decimal text. */
    @Nullable
    BigDecimal amount() {
        return this.<BigDecimal>optionalText(text -> {
                    if (!text.matches("[0-9]{1,15}(\\.[0-9]{1,4})?")) {
                        throw new IllegalArgumentException("an amount is a decimal text like 100.00, not negative");
                    }
                    return new BigDecimal(text);
                })
                .orElse(null);
    }

    private static List<String> sorted(Set<String> names) {
        return names.stream().sorted().toList();
    }

    private static String escaped(String name) {
        return name.replace("~", "~0").replace("/", "~1");
    }
}
