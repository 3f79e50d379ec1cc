package org.redress.infra.hostile;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import org.jspecify.annotations.Nullable;

/** What nobody should send; the same for the same seed. Used by one thread. */
final class HostileValues {
    private static final ObjectMapper JSON = new ObjectMapper();

    private final Random random;

    private List<String> foreign = List.of();

    HostileValues(long seed) {
        random = new Random(seed);
    }

    /** Ids of things that are there, but not the caller's; they turn up wherever a text may. */
    void foreign(List<String> ids) {
        foreign = List.copyOf(ids);
    }

    int below(int bound) {
        return random.nextInt(bound);
    }

    <T> T one(List<T> values) {
        return values.get(random.nextInt(values.size()));
    }

    /** NUL more often than its turn: no database stores it, so that each field that reaches one has to refuse it. */
    String text() {
        if (below(6) == 0) {
            return one(HostileTexts.WITH_NUL);
        }
        return !foreign.isEmpty() && below(12) == 0 ? one(foreign) : one(HostileTexts.TEXTS);
    }

    /** A hostile value for a field of that name: one that is nearly right, or one of any kind. */
    private JsonNode valueFor(String field) {
        String name = field.toLowerCase(Locale.ROOT);
        if (below(2) == 0) {
            return value(2);
        }
        if (name.contains("amount")) {
            return JSON.getNodeFactory().textNode(one(HostileTexts.AMOUNTS));
        }
        if (name.contains("currency")) {
            return JSON.getNodeFactory().textNode(one(HostileTexts.CURRENCIES));
        }
        return name.endsWith("at") || name.contains("date") || name.contains("by")
                ? JSON.getNodeFactory().textNode(one(HostileTexts.TIMES))
                : value(2);
    }

    /** A form with a file under a hostile name, sometimes cut off. */
    byte[] form(String boundary) {
        String name = text().replace("\"", "%22");
        String form =
                "--%s\r\nContent-Disposition: form-data; name=\"%s\"; filename=\"%s\"\r\nContent-Type: %s\r\n\r\n%s\r\n--%s--\r\n"
                        .formatted(
                                boundary,
                                below(3) == 0 ? text() : "file",
                                name,
                                one(List.of("image/png", "image/svg+xml", "text/html", "application/zip", "x")),
                                one(List.of(
                                        "\u0089PNG\r\n", "<svg onload=alert(1)>", "PK\u0003\u0004", "GIF89a/*", "")),
                                boundary);
        byte[] bytes = form.getBytes(StandardCharsets.UTF_8);
        return below(4) == 0 ? java.util.Arrays.copyOf(bytes, below(bytes.length)) : bytes;
    }

    /** A body that is hardly ever good. */
    byte[] body(@Nullable JsonNode good) {
        JsonNode base = good == null ? JSON.createObjectNode() : good.deepCopy();
        String text = base.toString();
        return switch (below(12)) {
            case 0 -> text.substring(0, below(text.length() + 1)).getBytes(StandardCharsets.UTF_8);
            case 1 -> (text + text()).getBytes(StandardCharsets.UTF_8);
            case 2 -> doubled(text).getBytes(StandardCharsets.UTF_8);
            case 3 -> badUtf8(text);
            case 4 -> deep().getBytes(StandardCharsets.UTF_8);
            case 5 -> value(3).toString().getBytes(StandardCharsets.UTF_8);
            case 6 -> text.getBytes(StandardCharsets.UTF_16);
            case 7 -> text.getBytes(StandardCharsets.UTF_8);
            default -> mutated(base).toString().getBytes(StandardCharsets.UTF_8);
        };
    }

    /** A value of any kind. */
    JsonNode value(int depth) {
        return switch (below(depth > 0 ? 9 : 7)) {
            case 0 -> JSON.nullNode();
            case 1 -> JSON.getNodeFactory().booleanNode(random.nextBoolean());
            case 2 -> JSON.getNodeFactory().numberNode(random.nextLong());
            case 3 -> JSON.getNodeFactory().numberNode(new java.math.BigDecimal("-12345678901234567890.123"));
            case 4, 5, 6 -> JSON.getNodeFactory().textNode(text());
            case 7 -> JSON.createArrayNode().add(value(depth - 1)).add(value(depth - 1));
            default -> JSON.createObjectNode().set(one(HostileTexts.OURS), value(depth - 1));
        };
    }

    private JsonNode mutated(JsonNode base) {
        List<JsonNode> holders = new ArrayList<>();
        collect(base, holders);
        if (holders.isEmpty()) {
            return value(2);
        }
        for (int i = 0; i <= below(2); i++) {
            JsonNode holder = one(holders);
            if (holder instanceof ObjectNode object) {
                change(object);
            } else if (holder instanceof ArrayNode array) {
                change(array);
            }
        }
        return base;
    }

    private void change(ObjectNode object) {
        List<String> names = new ArrayList<>();
        object.fieldNames().forEachRemaining(names::add);
        int how = below(4);
        if (how == 0 || names.isEmpty()) {
            object.set(one(HostileTexts.OURS), value(1));
        } else if (how == 1) {
            object.remove(one(names));
        } else {
            String name = one(names);
            object.set(name, valueFor(name));
        }
    }

    private void change(ArrayNode array) {
        switch (below(3)) {
            case 0 -> array.removeAll();
            case 1 -> array.add(value(2));
            default -> {
                for (int i = 0; i < 50; i++) {
                    array.add(array.size() == 0 ? value(1) : array.get(0));
                }
            }
        }
    }

    private static void collect(JsonNode node, List<JsonNode> holders) {
        if (node.isContainerNode()) {
            holders.add(node);
            node.forEach(child -> collect(child, holders));
        }
    }

    /** The first field once more, with another value. */
    private static String doubled(String text) {
        int end = text.indexOf(':');
        return end < 0 ? text : text.substring(0, 1) + text.substring(1, end) + ":null," + text.substring(1);
    }

    private byte[] badUtf8(String text) {
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        bytes[below(bytes.length)] = (byte) (0xC0 + below(0x3F));
        return bytes;
    }

    private String deep() {
        int depth = 10 + below(2_000);
        return "{\"a\":".repeat(depth) + "1" + "}".repeat(depth);
    }
}
