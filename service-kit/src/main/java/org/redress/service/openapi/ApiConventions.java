package org.redress.service.openapi;

import io.quarkus.smallrye.openapi.OpenApiFilter;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.eclipse.microprofile.openapi.OASFactory;
import org.eclipse.microprofile.openapi.OASFilter;
import org.eclipse.microprofile.openapi.models.OpenAPI;
import org.eclipse.microprofile.openapi.models.Operation;
import org.eclipse.microprofile.openapi.models.PathItem;
import org.eclipse.microprofile.openapi.models.media.Schema.SchemaType;
import org.eclipse.microprofile.openapi.models.parameters.Parameter;
import org.jboss.jandex.IndexView;

/**
 * Completes a service's OpenAPI document while the service is built: names, roles, the refusals that operations share, what may be
 * null, examples. A resource says only what is its own. See docs/adr/0023-the-api-describes-itself.md.
 */
@OpenApiFilter(OpenApiFilter.RunStage.BUILD)
public final class ApiConventions implements OASFilter {
    /** Which roles may call an operation. */
    public static final String ROLES = "x-roles";

    private final IndexView index;

    /** A filter for the classes of that index. */
    public ApiConventions(IndexView index) {
        this.index = index;
    }

    @Override
    public void filterOpenAPI(OpenAPI document) {
        if (document.getComponents() == null) {
            document.setComponents(OASFactory.createComponents());
        }
        DocumentInfo.complete(document);
        var parts = new SharedParts(document.getComponents());
        var answers = new SharedAnswers(document.getComponents(), parts);
        var endpoints = new Endpoints(index);
        var examples = new RecordedExamples();
        document.getPaths()
                .getPathItems()
                .forEach((path, item) -> item.getOperations().forEach((verb, operation) -> {
                    operation.setOperationId(OperationIds.of(verb.name(), path));
                    describe(operation, endpoints.roles(verb.name(), path));
                    Map<String, Parameter> parameters = parameters(operation, item, parts);
                    streams(operation);
                    answers.complete(operation, parameters, endpoints.roles(verb.name(), path));
                    examples.add(operation);
                }));
        schemas(document);
    }

    private static void describe(Operation operation, Optional<List<String>> roles) {
        String who =
                roles.map(names -> "For " + String.join(", ", names) + ".").orElse("For everybody, without a token.");
        String said = operation.getDescription();
        operation.setDescription(said == null ? who : said + "\n\n" + who);
        operation.addExtension(ROLES, roles.orElse(List.of()));
        operation.setSecurity(new ArrayList<>());
        roles.ifPresent(any -> operation.addSecurityRequirement(
                OASFactory.createSecurityRequirement().addScheme(SharedParts.SECURITY)));
    }

    /** Puts references in place of what all share, and answers what there was. */
    private static Map<String, Parameter> parameters(Operation operation, PathItem item, SharedParts parts) {
        Map<String, Parameter> before = new LinkedHashMap<>();
        Stream.of(item.getParameters(), operation.getParameters())
                .filter(list -> list != null)
                .forEach(list -> list.forEach(parameter -> before.put(parameter.getName(), parameter)));
        List<Parameter> after = new ArrayList<>();
        before.values()
                .forEach(parameter -> after.add(
                        SharedParts.shares(parameter.getName())
                                ? parts.parameter(parameter.getName())
                                : own(parameter)));
        if (!before.containsKey("Accept-Language")) {
            after.add(parts.parameter("Accept-Language"));
        }
        item.setParameters(null);
        operation.setParameters(after);
        return before;
    }

    private static Parameter own(Parameter parameter) {
        if (parameter.getSchema() != null) {
            TextFormats.wholly(parameter.getSchema());
        }
        if (parameter.getDescription() == null && parameter.getName().equals("limit")) {
            parameter.setDescription("How many items a page has at most");
        }
        return parameter;
    }

    /** A live stream is text to a reader of documents; its events are told in the operation's description. */
    private static void streams(Operation operation) {
        operation.getResponses().getAPIResponses().values().stream()
                .filter(answer -> answer.getContent() != null)
                .map(answer -> answer.getContent().getMediaType("text/event-stream"))
                .filter(type -> type != null)
                .forEach(type -> type.schema(OASFactory.createSchema().addType(SchemaType.STRING))
                        .example("event: complaint\nid: 42\ndata: {}\n\n"));
    }

    private void schemas(OpenAPI document) {
        var records = new RecordSchemas(index);
        var all = document.getComponents().getSchemas();
        if (all.containsKey("JsonNode")) {
            // A tree of any shape; the scanner would describe the library's class.
            document.getComponents()
                    .addSchema("JsonNode", OASFactory.createSchema().description("Any JSON"));
        }
        var use = new SchemaUse(document);
        List.copyOf(all.keySet()).stream().filter(use::isUnused).forEach(document.getComponents()::removeSchema);
        document.getComponents().getSchemas().forEach((name, schema) -> {
            records.complete(name, schema, use.isOnlySent(name));
            TextFormats.complete(schema);
            if (schema.getDescription() == null && name.startsWith("Page")) {
                schema.setDescription("A page; `next` is the cursor of the page after it, null on the last one.");
            }
        });
    }
}
