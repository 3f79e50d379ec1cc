package org.redress.service.http;

import io.quarkus.runtime.configuration.MemorySize;
import io.vertx.core.http.HttpHeaders;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.redress.service.problem.Problem;
import org.redress.service.problem.ProblemCode;
import org.redress.service.problem.Problems;

/**
 * Problem bodies for refusals that never reach a resource: too large or too slow a body, no such path, an address with
 * control characters.
 *
 * <p>Bodies are bound by {@code redress.http.max-body-size} and {@code redress.http.body-patience}, and are there as a whole
 * before anybody works on their request; only at paths that match {@code redress.http.large-bodies} they are read as they
 * come, up to {@code quarkus.http.limits.max-body-size}, and bound in time by who reads them.
 */
@ApplicationScoped
public class PlainRefusals {
    private static final int AFTER_THE_REQUEST_ID = -9_000;

    /** After the framework put its own limit, before anything reads a body. */
    private static final int AFTER_THE_LIMIT = -1;

    /** In an address as it was sent. */
    private static final Pattern CONTROL_CHARACTER = Pattern.compile("%([01][0-9a-fA-F]|7[fF])");

    private final Problems problems;
    private final long maxBodySize;
    private final long largeBodySize;
    private final Duration patience;
    private final Optional<Pattern> largeBodies;

    PlainRefusals(
            Problems problems,
            @ConfigProperty(name = "redress.http.max-body-size") MemorySize maxBodySize,
            @ConfigProperty(name = "quarkus.http.limits.max-body-size") MemorySize largeBodySize,
            @ConfigProperty(name = "redress.http.body-patience") Duration patience,
            @ConfigProperty(name = "redress.http.large-bodies") Optional<String> largeBodies) {
        this.problems = problems;
        this.maxBodySize = maxBodySize.asLongValue();
        this.largeBodySize = largeBodySize.asLongValue();
        this.patience = patience;
        this.largeBodies = largeBodies.map(Pattern::compile);
    }

    void install(@Observes Router router) {
        router.route().order(AFTER_THE_REQUEST_ID).handler(this::refuseControlCharacters);
        router.route().order(AFTER_THE_REQUEST_ID).handler(this::refuseLargeBody);
        router.route().order(AFTER_THE_LIMIT).handler(this::takeBody);
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

    /** The framework refuses it too, but without a body. */
    private void refuseLargeBody(RoutingContext context) {
        if (announcedLength(context) > limit(context)) {
            context.response().putHeader(HttpHeaders.CONNECTION, "close");
            answer(context, ProblemCode.BODY_TOO_LARGE);
        } else {
            context.next();
        }
    }

    private void takeBody(RoutingContext context) {
        if (mayBeLarge(context)) {
            context.next();
        } else {
            WholeBody.take(context, maxBodySize, patience, this::answer);
        }
    }

    private long limit(RoutingContext context) {
        return mayBeLarge(context) ? largeBodySize : maxBodySize;
    }

    private boolean mayBeLarge(RoutingContext context) {
        String path = context.normalizedPath();
        return path != null
                && largeBodies.map(pattern -> pattern.matcher(path).matches()).orElse(false);
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
