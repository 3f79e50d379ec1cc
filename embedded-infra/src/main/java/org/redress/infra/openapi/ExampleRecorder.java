package org.redress.infra.openapi;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.restassured.response.Response;
import io.restassured.specification.FilterableRequestSpecification;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/**
 * Writes down the first good request and answer of each operation that tests meet, as examples for the OpenAPI document. Only
 * if {@code REDRESS_OPENAPI_EXAMPLES} names a file to write to: {@code src/main/resources/openapi/examples.json} of a service. Long
 * lists are cut.
 */
final class ExampleRecorder {
    private static final ObjectMapper JSON =
            new ObjectMapper().configure(SerializationFeature.ORDER_MAP_ENTRIES_BY_KEYS, true);
    private static final int LONGEST = 6000;

    /** So many items of a list tell enough. */
    private static final int ITEMS = 3;

    private ExampleRecorder() {}

    static synchronized void record(ApiContract contract, FilterableRequestSpecification request, Response answer) {
        String file = System.getenv("REDRESS_OPENAPI_EXAMPLES");
        boolean json = String.valueOf(answer.getContentType()).startsWith("application/json");
        if (file == null || !json || answer.getStatusCode() >= 300) {
            return;
        }
        String path = URI.create(request.getURI().replaceAll("\\?.*", "")).getPath();
        contract.document().operation(request.getMethod(), path).ifPresent(operation -> {
            try {
                write(Path.of(file), operation.id(), request.getBody(), answer);
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        });
    }

    private static void write(Path file, String id, @Nullable Object body, Response answer) throws IOException {
        ObjectNode all = Files.exists(file) ? (ObjectNode) JSON.readTree(file.toFile()) : JSON.createObjectNode();
        ObjectNode own = all.withObjectProperty(id);
        String status = Integer.toString(answer.getStatusCode());
        JsonNode given = answer.asByteArray().length == 0 ? null : shortened(JSON.readTree(answer.asByteArray()));
        if (given != null && given.toString().length() > LONGEST) {
            return;
        }
        boolean better = own.isEmpty() || size(given) > size(own.path(status));
        if (better && body instanceof String text && text.startsWith("{")) {
            own.set("request", shortened(JSON.readTree(text)));
        }
        if (better && given != null) {
            own.set(status, given);
        }
        Files.writeString(file, JSON.writerWithDefaultPrettyPrinter().writeValueAsString(all) + "\n");
    }

    private static JsonNode shortened(JsonNode node) {
        if (node instanceof ArrayNode array) {
            while (array.size() > ITEMS) {
                array.remove(array.size() - 1);
            }
        }
        node.forEach(ExampleRecorder::shortened);
        return node;
    }

    /** An example with items tells more than an empty page, one with few more than one with many. */
    private static int size(@Nullable JsonNode answer) {
        int items = answer == null ? 0 : answer.path("items").size();
        return answer == null || answer.isMissingNode() ? -1 : Math.min(items, 1);
    }
}
