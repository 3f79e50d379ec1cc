package org.redress.service.problem;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import java.util.List;
import java.util.ResourceBundle;
import org.jspecify.annotations.Nullable;
import org.redress.service.http.RequestIds;

/** Turns refusals into localised answers. Thread-safe. */
@ApplicationScoped
public class Problems {
    private static final String BUNDLE = "org.redress.service.problem.problems";

    private final ObjectMapper json;

    Problems(ObjectMapper json) {
        this.json = json;
    }

    /** The body that says why a request was refused, in the reader's language. */
    public Problem problem(
            ProblemCode code,
            @Nullable String detail,
            List<FieldError> errors,
            @Nullable String acceptLanguage,
            @Nullable String requestId) {
        ResourceBundle texts = Languages.texts(BUNDLE, Languages.of(acceptLanguage));
        return new Problem(
                "urn:redress:problem:" + code.wire(),
                texts.getString(code.wire()),
                code.status(),
                detail != null ? detail : texts.getString(code.wire() + ".detail"),
                code.wire(),
                requestId,
                errors);
    }

    /** The answer for a body that could not be read. */
    public Response unreadable(JsonProcessingException failure, HttpHeaders headers) {
        var language = Languages.of(headers.getHeaderString(HttpHeaders.ACCEPT_LANGUAGE));
        return answer(new UnreadableJson(Languages.texts(BUNDLE, language)).refusal(failure), headers);
    }

    /** The whole answer for a refusal. */
    public Response answer(ProblemException refusal, HttpHeaders headers) {
        return answer(refusal.code(), refusal.getMessage(), refusal.errors(), headers);
    }

    /** The whole answer for a refusal. */
    public Response answer(ProblemCode code, @Nullable String detail, List<FieldError> errors, HttpHeaders headers) {
        var body = problem(
                code,
                detail,
                errors,
                headers.getHeaderString(HttpHeaders.ACCEPT_LANGUAGE),
                headers.getHeaderString(RequestIds.HEADER));
        var answer = Response.status(code.status()).type(Problem.MEDIA_TYPE).entity(text(body));
        switch (code) {
            case UNAUTHORIZED -> answer.header(HttpHeaders.WWW_AUTHENTICATE, "Bearer");
            case IDEMPOTENCY_IN_FLIGHT, UNAVAILABLE -> answer.header(HttpHeaders.RETRY_AFTER, "1");
            default -> {}
        }
        return answer.build();
    }

    /** The body as JSON text, for places that no JAX-RS writer serves. */
    public String text(Problem body) {
        try {
            return json.writeValueAsString(body);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("a problem is always writable", e);
        }
    }
}
