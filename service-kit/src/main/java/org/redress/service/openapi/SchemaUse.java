package org.redress.service.openapi;

import java.util.ArrayDeque;
import java.util.Collection;
import java.util.Deque;
import java.util.HashSet;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Stream;
import org.eclipse.microprofile.openapi.models.OpenAPI;
import org.eclipse.microprofile.openapi.models.Operation;
import org.eclipse.microprofile.openapi.models.media.Content;
import org.eclipse.microprofile.openapi.models.media.Schema;
import org.jspecify.annotations.Nullable;

/** Which schemas of a document are met in requests, which in answers; by name, through all references. */
final class SchemaUse {
    private static final String PREFIX = "#/components/schemas/";

    private final Map<String, Schema> schemas;
    private final Set<String> requests = new HashSet<>();
    private final Set<String> answers = new HashSet<>();

    SchemaUse(OpenAPI document) {
        schemas = document.getComponents().getSchemas();
        operations(document).forEach(this::read);
        if (document.getComponents().getResponses() != null) {
            document.getComponents().getResponses().values().forEach(answer -> contents(answer.getContent(), answers));
        }
        if (document.getComponents().getParameters() != null) {
            document.getComponents().getParameters().values().forEach(any -> follow(any.getSchema(), requests));
        }
    }

    /** All operations of a document. */
    static Stream<Operation> operations(OpenAPI document) {
        return document.getPaths().getPathItems().values().stream()
                .flatMap(item -> item.getOperations().values().stream());
    }

    /** Whether clients send it and never get it. */
    boolean isOnlySent(String name) {
        return requests.contains(name) && !answers.contains(name);
    }

    /** Whether nothing refers to it. */
    boolean isUnused(String name) {
        return !requests.contains(name) && !answers.contains(name);
    }

    private void read(Operation operation) {
        if (operation.getRequestBody() != null) {
            contents(operation.getRequestBody().getContent(), requests);
        }
        if (operation.getParameters() != null) {
            operation.getParameters().forEach(parameter -> follow(parameter.getSchema(), requests));
        }
        operation.getResponses().getAPIResponses().values().forEach(answer -> contents(answer.getContent(), answers));
    }

    private void contents(@Nullable Content content, Set<String> into) {
        if (content != null) {
            content.getMediaTypes().values().forEach(type -> follow(type.getSchema(), into));
        }
    }

    private void follow(@Nullable Schema start, Set<String> into) {
        Deque<Schema> open = new ArrayDeque<>();
        push(open, start);
        while (!open.isEmpty()) {
            Schema schema = open.pop();
            String reference = schema.getRef();
            if (reference != null && reference.startsWith(PREFIX)) {
                String name = reference.substring(PREFIX.length());
                if (into.add(name)) {
                    push(open, schemas.get(name));
                }
            }
            parts(schema).forEach(part -> push(open, part));
        }
    }

    private static Stream<Schema> parts(Schema schema) {
        return Stream.of(
                        schema.getProperties() == null ? Stream.<Schema>of() : schema.getProperties().values().stream(),
                        Stream.of(schema.getAnyOf(), schema.getOneOf(), schema.getAllOf())
                                .filter(Objects::nonNull)
                                .flatMap(Collection::stream),
                        Stream.ofNullable(schema.getItems()),
                        Stream.ofNullable(schema.getAdditionalPropertiesSchema()))
                .flatMap(any -> any);
    }

    private static void push(Deque<Schema> open, @Nullable Schema schema) {
        if (schema != null) {
            open.push(schema);
        }
    }
}
