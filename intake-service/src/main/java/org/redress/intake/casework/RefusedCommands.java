package org.redress.intake.casework;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.inject.Singleton;
import jakarta.ws.rs.core.EntityTag;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import org.jboss.resteasy.reactive.server.ServerExceptionMapper;
import org.redress.intake.lifecycle.Outcome;
import org.redress.intake.lifecycle.Refusal;
import org.redress.service.http.RequestIds;
import org.redress.service.problem.FieldError;
import org.redress.service.problem.Languages;
import org.redress.service.problem.Problem;
import org.redress.service.problem.ProblemCode;
import org.redress.service.problem.Problems;

/** Refused commands as problem+json, with the case's current state, so that a client need not ask for it. */
@Singleton
public class RefusedCommands {
    private static final String TEXTS = "org.redress.intake.casework.refusals";

    private final Problems problems;
    private final ObjectMapper json;
    private final Clock clock;

    RefusedCommands(Problems problems, ObjectMapper json, Clock clock) {
        this.problems = problems;
        this.json = json;
        this.clock = clock;
    }

    /** The answer to a refused command. */
    @ServerExceptionMapper
    public Response refused(RefusedCommandException refused, HttpHeaders headers) throws JsonProcessingException {
        Refusal why = refused.why();
        if (why.kind() == Refusal.Kind.MISSING) {
            return problems.answer(ProblemCode.NOT_FOUND, null, List.of(), headers);
        }
        ProblemCode code = code(why.kind());
        String text = text(why, headers);
        Problem problem = problems.problem(
                code,
                filled(text, named(refused)),
                why.kind() == Refusal.Kind.FIELD ? errors(refused, text) : List.of(),
                headers.getHeaderString(HttpHeaders.ACCEPT_LANGUAGE),
                headers.getHeaderString(RequestIds.HEADER));
        var answer = Response.status(code.status())
                .type(Problem.MEDIA_TYPE)
                .tag(new EntityTag(refused.tag()))
                .entity(json.writeValueAsString(CaseProblemView.of(problem, refused)));
        Instant until = refused.until();
        if (why.kind() == Refusal.Kind.TOO_SOON && until != null) {
            long seconds = Math.max(1, Duration.between(clock.instant(), until).toSeconds() + 1);
            answer.header(HttpHeaders.RETRY_AFTER, seconds);
        }
        return answer.build();
    }

    /** One error an entry that is wrong, each with its own place and value; one for the field if no entry is named. */
    private static List<FieldError> errors(RefusedCommandException refused, String text) {
        Refusal why = refused.why();
        if (refused.wrong().isEmpty()) {
            return List.of(new FieldError(why.pointer(), why.wire(), filled(text, refused.accepted())));
        }
        return refused.wrong().stream()
                .map(wrong -> new FieldError(wrong.pointer(), why.wire(), filled(text, List.of(wrong.value()))))
                .toList();
    }

    private static List<String> named(RefusedCommandException refused) {
        return refused.wrong().isEmpty()
                ? refused.accepted()
                : refused.wrong().stream()
                        .map(Outcome.Refused.Wrong::value)
                        .distinct()
                        .toList();
    }

    private static String filled(String text, List<String> values) {
        return text.replace("{0}", String.join(", ", values));
    }

    private static String text(Refusal why, HttpHeaders headers) {
        Locale language = Languages.of(headers.getHeaderString(HttpHeaders.ACCEPT_LANGUAGE));
        return Languages.texts(TEXTS, language).getString(why.wire());
    }

    private static ProblemCode code(Refusal.Kind kind) {
        return switch (kind) {
            case STATE -> ProblemCode.CONFLICT;
            case FIELD -> ProblemCode.INVALID;
            case FORBIDDEN -> ProblemCode.FORBIDDEN;
            case MISSING -> ProblemCode.NOT_FOUND;
            case TOO_SOON -> ProblemCode.TOO_MANY_REQUESTS;
        };
    }
}
