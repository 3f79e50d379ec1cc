package org.redress.service.openapi;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.ResourceBundle;
import java.util.Set;
import java.util.TreeMap;
import org.eclipse.microprofile.openapi.OASFactory;
import org.eclipse.microprofile.openapi.models.Components;
import org.eclipse.microprofile.openapi.models.Operation;
import org.eclipse.microprofile.openapi.models.media.Content;
import org.eclipse.microprofile.openapi.models.parameters.Parameter;
import org.eclipse.microprofile.openapi.models.responses.APIResponse;
import org.eclipse.microprofile.openapi.models.responses.APIResponses;
import org.redress.service.problem.Languages;
import org.redress.service.problem.Problem;
import org.redress.service.problem.ProblemCode;

/** Gives every operation the refusals it can meet, each with body, example and headers. What it says itself stays. */
final class SharedAnswers {
    private static final int FIRST_REFUSAL = 400;
    private static final int CREATED = 201;
    private static final Set<Integer> BEFORE_COUNTING = Set.of(408, 413, 503);

    private static final Map<Integer, ProblemCode> USUAL = Map.ofEntries(
            Map.entry(400, ProblemCode.MALFORMED_JSON),
            Map.entry(401, ProblemCode.UNAUTHORIZED),
            Map.entry(403, ProblemCode.FORBIDDEN),
            Map.entry(404, ProblemCode.NOT_FOUND),
            Map.entry(406, ProblemCode.NOT_ACCEPTABLE),
            Map.entry(408, ProblemCode.TOO_SLOW),
            Map.entry(409, ProblemCode.CONFLICT),
            Map.entry(412, ProblemCode.STALE),
            Map.entry(413, ProblemCode.BODY_TOO_LARGE),
            Map.entry(415, ProblemCode.UNSUPPORTED_MEDIA_TYPE),
            Map.entry(422, ProblemCode.INVALID),
            Map.entry(429, ProblemCode.RATE_LIMITED),
            Map.entry(503, ProblemCode.UNAVAILABLE));

    private final Components components;
    private final SharedParts parts;
    private final ResourceBundle texts = Languages.texts("org.redress.service.problem.problems", Locale.ENGLISH);

    SharedAnswers(Components components, SharedParts parts) {
        this.components = components;
        this.parts = parts;
    }

    /**
     * Completes an operation's answers.
     *
     * @param parameters the operation's parameters by name, before they became references
     */
    void complete(Operation operation, Map<String, Parameter> parameters, Optional<List<String>> roles) {
        APIResponses answers = operation.getResponses();
        refusals(operation, parameters, roles).forEach((status, when) -> {
            if (when && answers.getAPIResponse(status.toString()) == null) {
                answers.addAPIResponse(status.toString(), shared(status));
            }
        });
        answers.setAPIResponses(new TreeMap<>(answers.getAPIResponses()));
        answers.getAPIResponses().forEach((status, answer) -> {
            if (answer.getRef() == null) {
                own(Integer.parseInt(status), answer, parameters);
            }
        });
    }

    private static Map<Integer, Boolean> refusals(
            Operation operation, Map<String, Parameter> parameters, Optional<List<String>> roles) {
        boolean body = operation.getRequestBody() != null;
        boolean key = parameters.containsKey("Idempotency-Key");
        Map<Integer, Boolean> refusals = new LinkedHashMap<>();
        refusals.put(400, true);
        refusals.put(401, true);
        refusals.put(403, roles.isPresent());
        refusals.put(404, has(parameters, Parameter.In.PATH));
        refusals.put(406, true);
        refusals.put(408, body);
        refusals.put(409, key);
        refusals.put(412, parameters.containsKey("If-Match") || comparesVersions(operation));
        refusals.put(413, true);
        refusals.put(415, body);
        refusals.put(422, body || key || has(parameters, Parameter.In.QUERY));
        refusals.put(429, true);
        refusals.put(503, true);
        return refusals;
    }

    /** An operation that compares {@code If-None-Match} with its ETag compares {@code If-Match} too. */
    private static boolean comparesVersions(Operation operation) {
        return operation.getResponses().getAPIResponse("304") != null;
    }

    private static boolean has(Map<String, Parameter> parameters, Parameter.In in) {
        return parameters.values().stream().anyMatch(parameter -> parameter.getIn() == in);
    }

    private APIResponse shared(int status) {
        ProblemCode code = USUAL.getOrDefault(status, ProblemCode.BAD_REQUEST);
        String name = OperationIds.of("", "/" + code.wire());
        if (components.getResponses() == null || !components.getResponses().containsKey(name)) {
            APIResponse answer = OASFactory.createAPIResponse().description(texts.getString(code.wire() + ".detail"));
            components.addResponse(name, answer);
            own(status, answer, Map.of());
        }
        return OASFactory.createAPIResponse().ref("#/components/responses/" + name);
    }

    /** An answer of the operation's own: it keeps its words and its body, and gets what is missing. */
    private void own(int status, APIResponse answer, Map<String, Parameter> parameters) {
        if (status >= FIRST_REFUSAL && isEmpty(answer.getContent())) {
            answer.setContent(problem(status));
        }
        header(answer, "X-Request-Id", true);
        header(answer, "RateLimit", !BEFORE_COUNTING.contains(status));
        header(answer, "RateLimit-Policy", !BEFORE_COUNTING.contains(status));
        header(answer, "Retry-After", status == 429 || status == 503 || status == 409);
        header(answer, "WWW-Authenticate", status == 401);
        header(answer, "Location", status == CREATED);
        boolean good = status < FIRST_REFUSAL;
        header(answer, "Idempotency-Replayed", good && parameters.containsKey("Idempotency-Key"));
        boolean tagged =
                answer.getDescription() != null && answer.getDescription().contains("ETag");
        header(answer, "ETag", good && (tagged || parameters.containsKey("If-Match")));
    }

    private void header(APIResponse answer, String name, boolean when) {
        if (when && (answer.getHeaders() == null || !answer.getHeaders().containsKey(name))) {
            answer.addHeader(name, parts.header(name));
        }
    }

    private static boolean isEmpty(
            org.eclipse.microprofile.openapi.models.media.@org.jspecify.annotations.Nullable Content content) {
        return content == null
                || content.getMediaTypes() == null
                || content.getMediaTypes().isEmpty();
    }

    private Content problem(int status) {
        ProblemCode code = USUAL.getOrDefault(status, ProblemCode.BAD_REQUEST);
        return OASFactory.createContent()
                .addMediaType(
                        Problem.MEDIA_TYPE,
                        OASFactory.createMediaType()
                                .schema(OASFactory.createSchema().ref("#/components/schemas/Problem"))
                                .example(example(code)));
    }

    private Map<String, Object> example(ProblemCode code) {
        Map<String, Object> example = new LinkedHashMap<>();
        example.put("type", "urn:redress:problem:" + code.wire());
        example.put("title", texts.getString(code.wire()));
        example.put("status", code.status());
        example.put("detail", texts.getString(code.wire() + ".detail"));
        example.put("code", code.wire());
        example.put("instance", "01936d9a-5e2a-7c3f-8b44-0d9c7f4f9a10");
        if (code == ProblemCode.INVALID) {
            example.put(
                    "errors", List.of(Map.of("pointer", "/limit", "code", "range", "detail", "must be at most 100")));
        }
        return example;
    }
}
