package org.redress.service.openapi;

import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Map;
import org.eclipse.microprofile.openapi.models.Operation;
import org.eclipse.microprofile.openapi.models.media.Content;
import org.jspecify.annotations.Nullable;

/**
 * Real requests and answers, recorded from tests into a service's {@value #FILE}: by operation id, {@code request} and the
 * answers by status. A test of each service compares them with the schemas.
 */
final class RecordedExamples {
    /** The resource that holds them. */
    static final String FILE = "openapi/examples.json";

    private final Map<String, Map<String, Object>> examples;

    RecordedExamples() {
        try (InputStream in = Thread.currentThread().getContextClassLoader().getResourceAsStream(FILE)) {
            examples = in == null ? Map.of() : new ObjectMapper().readValue(in, new TypeReference<>() {});
        } catch (IOException e) {
            throw new UncheckedIOException(FILE + " cannot be read", e);
        }
    }

    /** Adds the examples of an operation where it has none of its own. */
    void add(Operation operation) {
        Map<String, Object> own = examples.getOrDefault(operation.getOperationId(), Map.of());
        if (operation.getRequestBody() != null) {
            add(operation.getRequestBody().getContent(), own.get("request"));
        }
        operation.getResponses().getAPIResponses().forEach((status, answer) -> {
            if (answer.getRef() == null) {
                add(answer.getContent(), own.get(status));
            }
        });
    }

    private static void add(@Nullable Content content, @Nullable Object example) {
        if (content != null && example != null) {
            content.getMediaTypes().values().stream()
                    .filter(type -> type.getExample() == null && type.getExamples() == null)
                    .forEach(type -> type.setExample(example));
        }
    }
}
