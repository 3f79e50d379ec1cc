package org.redress.intake.filing;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonPointer;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.quarkus.test.common.TestResourceScope;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import io.restassured.config.EncoderConfig;
import io.restassured.path.json.JsonPath;
import io.restassured.response.Response;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.redress.infra.RedressInfra;
import org.redress.intake.Desk;
import org.redress.intake.Ledger;

@QuarkusTest
@WithTestResource(value = RedressInfra.class, scope = TestResourceScope.GLOBAL)
class BadComplaintsIT {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final String ME = "u-bad";

    /** One row of the table. */
    record Row(String title, String change, int status, String code, String pointer) {
        @Override
        public String toString() {
            return title;
        }
    }

    /** What is sent. */
    private static final class Post {
        private byte[] body = Desk.filing("huijin", ME).toString().getBytes(StandardCharsets.UTF_8);
        private String type = "application/json";
        private String key = UUID.randomUUID().toString();
        private String token = RedressInfra.token("complainant", "huijin", ME);

        private Response send() {
            var request = given().config(RestAssured.config()
                            .encoderConfig(EncoderConfig.encoderConfig()
                                    .appendDefaultContentCharsetToContentTypeIfUndefined(false)))
                    .header("Idempotency-Key", key)
                    .contentType(type)
                    .body(body);
            return (token.isEmpty() ? request : request.header("Authorization", "Bearer " + token))
                    .post("/api/v1/complaints");
        }
    }

    static List<Row> rows() throws IOException {
        try (var in = Objects.requireNonNull(BadComplaintsIT.class.getResourceAsStream("/bad-complaints.txt"))) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8)
                    .lines()
                    .filter(line -> !line.startsWith("#") && !line.isBlank())
                    .map(line -> Arrays.stream(line.split("\\|", -1))
                            .map(String::strip)
                            .toList())
                    .map(cells -> new Row(
                            cells.get(0), cells.get(1), Integer.parseInt(cells.get(2)), cells.get(3), cells.get(4)))
                    .toList();
        }
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("rows")
    void isRefusedAndLeavesNothing(Row row) throws IOException {
        assertThat(Ledger.leftBy(() -> refused(row))).isEmpty();
    }

    private static void refused(Row row) throws IOException {
        Response answer = changed(row.change()).send();

        assertThat(answer.statusCode()).as(answer.asString()).isEqualTo(row.status());
        assertThat(answer.contentType()).startsWith("application/problem+json");
        JsonPath problem = answer.jsonPath();
        if (row.pointer().equals("-")) {
            assertThat(problem.getString("code")).isEqualTo(row.code());
        } else {
            assertThat(problem.<Map<String, String>>getList("errors"))
                    .as(answer.asString())
                    .anySatisfy(error -> assertThat(error)
                            .containsEntry("pointer", row.pointer())
                            .containsEntry("code", row.code()));
        }
        assertThat(answer.asString()).doesNotContain("Exception", "org.redress", "jackson", "sql");
    }

    private static Post changed(String change) throws IOException {
        Post post = new Post();
        String[] words = change.split(" ", 2);
        String rest = words.length > 1 ? words[1] : "";
        switch (words[0]) {
            case "body" -> post.body = rest.getBytes(StandardCharsets.UTF_8);
            case "body-with" ->
                post.body = replaced(post.body, "QH2023101500123", rest.getBytes(StandardCharsets.UTF_8));
            case "bytes" ->
                post.body =
                        replaced(post.body, "QH2023101500123", HexFormat.of().parseHex(rest));
            case "pad" -> post.body = Arrays.copyOf(post.body, post.body.length + Integer.parseInt(rest));
            case "type" -> post.type = rest;
            case "key" -> post.key = rest;
            case "key-of" -> post.key = "k".repeat(Integer.parseInt(rest));
            case "token" -> post.token = token(rest);
            default -> post.body = field(words[0], rest).toString().getBytes(StandardCharsets.UTF_8);
        }
        if (words[0].equals("pad")) {
            Arrays.fill(post.body, post.body.length - Integer.parseInt(rest), post.body.length, (byte) ' ');
        }
        return post;
    }

    private static String token(String who) {
        return switch (who) {
            case "none" -> "";
            case "garbage" -> "a.b.c";
            default -> RedressInfra.token(who, "huijin", ME);
        };
    }

    private static JsonNode field(String verb, String rest) throws JsonProcessingException {
        ObjectNode body = Desk.filing("huijin", ME);
        String[] words = rest.split(" ", 2);
        JsonPointer pointer = JsonPointer.compile(words[0]);
        ObjectNode parent = (ObjectNode) body.at(pointer.head());
        String name = pointer.last().getMatchingProperty();
        String value = words.length > 1 ? words[1] : "";
        switch (verb) {
            case "remove" -> parent.remove(name);
            case "set" -> parent.set(name, JSON.readTree(value));
            case "repeat" ->
                parent.put(name, value.split(" ", -1)[1].repeat(Integer.parseInt(value.split(" ", -1)[0])));
            case "copies" -> parent.set(name, copies((ArrayNode) parent.get(name), Integer.parseInt(value)));
            default -> throw new IllegalArgumentException(verb);
        }
        return body;
    }

    private static ArrayNode copies(ArrayNode items, int count) {
        ArrayNode copies = JSON.createArrayNode();
        for (int i = 0; i < count; i++) {
            copies.add(items.get(0));
        }
        return copies;
    }

    private static byte[] replaced(byte[] body, String text, byte[] bytes) {
        String latin = new String(body, StandardCharsets.ISO_8859_1);
        return latin.replace(text, new String(bytes, StandardCharsets.ISO_8859_1))
                .getBytes(StandardCharsets.ISO_8859_1);
    }
}
