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
    private static final List<String> OURS = List.of(
            "id",
            "status",
            "severity",
            "ownerId",
            "filedAt",
            "promises",
            "version",
            "platform",
            "complaintId",
            "at",
            "by",
            "number",
            "__proto__",
            "class");
    private static final List<String> TEXTS = List.of(
            "",
            " ",
            "\u0000",
            "a\u0000b",
            "\r\nSet-Cookie: a=b",
            "<script>alert(1)</script>",
            "'; drop table complaint; --",
            "../../etc/passwd",
            "%00",
            "%2e%2e%2f",
            "\u202Eexe.gpj",
            "\uD83D\uDE00",
            "\uFFFF",
            "İıŞ",
            "null",
            "true",
            "NaN",
            "-1",
            "1.234",
            "1e400",
            "-0.001",
            "999999999999999999999999",
            "XXX",
            "0000-00-00T00:00:00Z",
            "+999999999-12-31T23:59:59Z",
            "2999-01-01T00:00:00Z",
            "1900-01-01T00:00:00+18:00",
            "2026-11-22",
            "00000000-0000-0000-0000-000000000000",
            "01936d9a-5e2a-7c3f-8b44-0d9c7f4f9a10",
            "${jndi:ldap://x}",
            "{{7*7}}",
            "x".repeat(300),
            "漢".repeat(5_000));

    private static final List<String> AMOUNTS =
            List.of("-1.00", "0.001", "1,00", "1e2", "100.000", "99999999999999999999.00", "١٢.00", "0x10", "NaN");
    private static final List<String> CURRENCIES = List.of("XXX", "cny", "CNYY", "", "💰", "000");
    private static final List<String> TIMES = List.of(
            "2999-01-01T00:00:00Z",
            "1000-01-01T00:00:00Z",
            "2026-02-30T00:00:00Z",
            "2026-11-22T00:00:00",
            "+999999999-12-31T23:59:59Z",
            "1763800000");

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

    String text() {
        return !foreign.isEmpty() && below(12) == 0 ? one(foreign) : one(TEXTS);
    }

    /** A hostile value for a field of that name: one that is nearly right, or one of any kind. */
    private JsonNode valueFor(String field) {
        String name = field.toLowerCase(Locale.ROOT);
        if (below(2) == 0) {
            return value(2);
        }
        if (name.contains("amount")) {
            return JSON.getNodeFactory().textNode(one(AMOUNTS));
        }
        if (name.contains("currency")) {
            return JSON.getNodeFactory().textNode(one(CURRENCIES));
        }
        return name.endsWith("at") || name.contains("date") || name.contains("by")
                ? JSON.getNodeFactory().textNode(one(TIMES))
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
            default -> JSON.createObjectNode().set(one(OURS), value(depth - 1));
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
            object.set(one(OURS), value(1));
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
