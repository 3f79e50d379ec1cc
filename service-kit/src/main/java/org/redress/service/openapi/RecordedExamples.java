package org.redress.service.openapi;

import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Map;
import java.util.Optional;
import org.eclipse.microprofile.openapi.models.Operation;
import org.eclipse.microprofile.openapi.models.media.Content;
import org.jspecify.annotations.Nullable;

/**
 * Real requests and answers, recorded from tests into a service's {@value #FILE}: by operation id, {@code request} and the
 * answers by status. What this kit answers in every service is in {@value #OF_THE_KIT}, where {@code *} stands for the service's part
 * of an operation id. A test of each service compares them with the schemas.
 */
final class RecordedExamples {
    /** The resource that holds them. */
    static final String FILE = "openapi/examples.json";

    /** The resource that holds this kit's. */
    static final String OF_THE_KIT = "openapi/kit-examples.json";

    private final Map<String, Map<String, Object>> examples = read(FILE);
    private final Map<String, Map<String, Object>> ofTheKit = read(OF_THE_KIT);

    private static Map<String, Map<String, Object>> read(String file) {
        try (InputStream in = Thread.currentThread().getContextClassLoader().getResourceAsStream(file)) {
            return in == null ? Map.of() : new ObjectMapper().readValue(in, new TypeReference<>() {});
        } catch (IOException e) {
            throw new UncheckedIOException(file + " cannot be read", e);
        }
    }

    /** Adds the examples of an operation where it has none of its own. */
    void add(Operation operation) {
        Map<String, Object> own = Optional.ofNullable(examples.get(operation.getOperationId()))
                .or(() -> ofTheKit(operation.getOperationId()))
                .orElse(Map.of());
        if (operation.getRequestBody() != null) {
            add(operation.getRequestBody().getContent(), own.get("request"));
        }
        operation.getResponses().getAPIResponses().forEach((status, answer) -> {
            if (answer.getRef() == null) {
                add(answer.getContent(), own.get(status));
            }
        });
    }

    private Optional<Map<String, Object>> ofTheKit(String id) {
        return ofTheKit.entrySet().stream()
                .filter(entry -> id.endsWith(entry.getKey().substring(1)))
                .map(Map.Entry::getValue)
                .findFirst();
    }

    private static void add(@Nullable Content content, @Nullable Object example) {
        if (content != null && example != null) {
            content.getMediaTypes().values().stream()
                    .filter(type -> type.getExample() == null && type.getExamples() == null)
                    .forEach(type -> type.setExample(example));
        }
    }
}
