package org.redress.service.http;

import io.quarkus.runtime.configuration.MemorySize;
import io.vertx.core.http.HttpHeaders;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.redress.service.problem.Problem;
import org.redress.service.problem.ProblemCode;
import org.redress.service.problem.Problems;

/**
 * Problem bodies for refusals that never reach a resource: too large a body, no such path, an address with control characters.
 *
 * <p>Bodies are bound by {@code redress.http.max-body-size}; only paths that match {@code redress.http.large-bodies} may
 * come with more, up to {@code quarkus.http.limits.max-body-size}.
 */
@ApplicationScoped
public class PlainRefusals {
    private static final int AFTER_THE_REQUEST_ID = -9_000;

    /** After the framework put its own limit, before anything reads a body. */
    private static final int AFTER_THE_LIMIT = -1;

    /** In an address as it was sent. */
    private static final Pattern CONTROL_CHARACTER = Pattern.compile("%([01][0-9a-fA-F]|7[fF])");

    /** Where the framework looks for the limit of a body that does not say its length. */
    private static final String LIMIT = "io.quarkus.max-request-size";

    private final Problems problems;
    private final long maxBodySize;
    private final long largeBodySize;
    private final Optional<Pattern> largeBodies;

    PlainRefusals(
            Problems problems,
            @ConfigProperty(name = "redress.http.max-body-size") MemorySize maxBodySize,
            @ConfigProperty(name = "quarkus.http.limits.max-body-size") MemorySize largeBodySize,
            @ConfigProperty(name = "redress.http.large-bodies") Optional<String> largeBodies) {
        this.problems = problems;
        this.maxBodySize = maxBodySize.asLongValue();
        this.largeBodySize = largeBodySize.asLongValue();
        this.largeBodies = largeBodies.map(Pattern::compile);
    }

    void install(@Observes Router router) {
        router.route().order(AFTER_THE_REQUEST_ID).handler(this::refuseControlCharacters);
        router.route().order(AFTER_THE_REQUEST_ID).handler(this::refuseLargeBody);
        router.route().order(AFTER_THE_LIMIT).handler(this::boundBody);
        router.errorHandler(413, context -> answer(context, ProblemCode.BODY_TOO_LARGE));
        router.errorHandler(404, context -> answer(context, ProblemCode.NOT_FOUND));
        router.errorHandler(405, context -> answer(context, ProblemCode.METHOD_NOT_ALLOWED));
        router.errorHandler(400, context -> answer(context, ProblemCode.BAD_REQUEST));
    }

    /** Nothing is at such an address; a database would rather break than look for NUL. */
    private void refuseControlCharacters(RoutingContext context) {
        String path = context.request().path();
        if (path != null && CONTROL_CHARACTER.matcher(path).find()) {
            answer(context, ProblemCode.NOT_FOUND);
        } else {
            context.next();
        }
    }

    /** The framework refuses it too, but without a body; a body that does not say its length meets it there. */
    private void refuseLargeBody(RoutingContext context) {
        if (announcedLength(context) > limit(context)) {
            context.response().putHeader(HttpHeaders.CONNECTION, "close");
            answer(context, ProblemCode.BODY_TOO_LARGE);
        } else {
            context.next();
        }
    }

    private void boundBody(RoutingContext context) {
        if (context.request().getHeader(HttpHeaders.CONTENT_LENGTH) == null) {
            context.put(LIMIT, limit(context));
        }
        context.next();
    }

    private long limit(RoutingContext context) {
        String path = context.normalizedPath();
        boolean large = path != null
                && largeBodies.map(pattern -> pattern.matcher(path).matches()).orElse(false);
        return large ? largeBodySize : maxBodySize;
    }

    private static long announcedLength(RoutingContext context) {
        try {
            String length = context.request().getHeader(HttpHeaders.CONTENT_LENGTH);
            return length == null ? 0 : Long.parseLong(length);
        } catch (NumberFormatException e) {
            return 0;
        }
    }

    /** Ends a request with a problem, unless it has an answer already. */
    public void answer(RoutingContext context, ProblemCode code) {
        if (context.response().ended() || context.response().headWritten()) {
            return;
        }
        var request = context.request();
        var problem = problems.problem(
                code,
                null,
                List.of(),
                request.getHeader(HttpHeaders.ACCEPT_LANGUAGE),
                request.getHeader(RequestIds.HEADER));
        context.response()
                .setStatusCode(code.status())
                .putHeader(HttpHeaders.CONTENT_TYPE, Problem.MEDIA_TYPE)
                .end(problems.text(problem));
    }
}
